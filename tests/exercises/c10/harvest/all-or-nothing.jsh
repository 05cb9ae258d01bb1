// misconception: what is not complete is worth nothing
// fails: returns what has come when the time is up
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        ReceiveChan<Instant> end = after(time);
        boolean[] inTime = {true};
        while (choose(
            receiveOk(fruits, (fruit, ok) -> ok && got.add(fruit)),
            receive(end, _ -> inTime[0] = false))) {
        }
        return inTime[0] ? got : List.of();
    }
}
