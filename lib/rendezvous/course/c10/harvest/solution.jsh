class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time)
            throws InterruptedException {
        List<String> got = new ArrayList<>();
        ReceiveChan<Instant> end = after(time);
        while (choose(
            receiveOk(fruits, (fruit, ok) -> ok && got.add(fruit)),
            receive(end, _ -> false))) {
        }
        return got;
    }
}
