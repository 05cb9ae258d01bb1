// misconception: one receive is one harvest
// fails: all that comes until the channel is closed
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        select(
            onReceiveOk(fruits, (fruit, ok) -> { if (ok) got.add(fruit); }),
            after(time, () -> {}));
        return got;
    }
}
