// With a done channel that a timer closes: several could wait for it.
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time)
            throws InterruptedException {
        List<String> got = new ArrayList<>();
        Chan<Signal> up = Chan.make();
        Timer timer = Timer.afterFunc(time, () -> up.close());
        boolean more = true;
        while (more) {
            more = choose(
                receiveOk(fruits, (fruit, ok) -> ok && got.add(fruit)),
                closed(up, () -> false));
        }
        timer.stop();
        return got;
    }
}
