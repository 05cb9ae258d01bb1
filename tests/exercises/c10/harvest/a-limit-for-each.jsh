// misconception: a limit in the loop bounds the loop
// fails: returns when the time is up, though more would come
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        while (choose(
            receiveOk(fruits, (fruit, ok) -> ok && got.add(fruit)),
            timeout(time, () -> false))) {
        }
        return got;
    }
}
