// misconception: a limit can be looked at when the answer is there
// fails: gives up when the limit is over, not later
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        String answer = server.answer();
        return System.nanoTime() - start < limit.toNanos() ? Optional.of(answer) : Optional.empty();
    }
}
