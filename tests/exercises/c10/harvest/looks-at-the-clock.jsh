// misconception: the clock can be looked at between two values
// fails: returns when the time is up, though more would come
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Received<String> next = fruits.receiveOk();
            if (!next.ok()) {
                break;
            }
            got.add(next.value());
        }
        return got;
    }
}
