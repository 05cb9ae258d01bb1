// misconception: what comes meanwhile waits in the channel
// fails: returns when the channel is closed
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        sleep(time);
        List<String> got = new ArrayList<>();
        for (var next = fruits.tryReceive(); next.isPresent() && next.get().ok(); next = fruits.tryReceive()) {
            got.add(next.get().value());
        }
        return got;
    }
}
