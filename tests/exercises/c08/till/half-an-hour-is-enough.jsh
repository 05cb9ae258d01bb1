// misconception: after a while, nothing more will come
// fails: a quiet hour is not the end
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        AtomicInteger sum = new AtomicInteger();
        go(() -> {
            for (int amount : amounts) {
                sum.addAndGet(amount);
            }
        });
        sleep(Duration.ofMinutes(30));
        return sum.get();
    }
}
