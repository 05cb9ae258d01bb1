// misconception: something always comes, so the first can be waited for
// fails: returns when the time is up and nothing has come
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        ReceiveChan<Instant> end = after(time);
        Received<String> first = fruits.receiveOk();
        if (!first.ok()) {
            return got;
        }
        got.add(first.value());
        while (choose(
            receiveOk(fruits, (fruit, ok) -> ok && got.add(fruit)),
            receive(end, _ -> false))) {
        }
        return got;
    }
}
