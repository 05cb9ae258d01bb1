// misconception: a closed channel has nothing to say
// fails: all that comes until the channel is closed
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        ReceiveChan<Instant> end = after(time);
        while (choose(
            receiveOk(fruits, (fruit, ok) -> got.add(String.valueOf(fruit))),
            receive(end, _ -> false))) {
        }
        return got;
    }
}
