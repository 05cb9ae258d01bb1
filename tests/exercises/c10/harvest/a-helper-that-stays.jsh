// misconception: a helper ends when nobody needs it
// fails: leaves no goroutine behind
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        Chan<String> inner = Chan.make();
        go(() -> {
            for (String fruit : fruits) {
                inner.send(fruit);
            }
            inner.close();
        });
        List<String> got = new ArrayList<>();
        ReceiveChan<Instant> end = after(time);
        while (choose(
            receiveOk(inner, (fruit, ok) -> ok && got.add(fruit)),
            receive(end, _ -> false))) {
        }
        return got;
    }
}
