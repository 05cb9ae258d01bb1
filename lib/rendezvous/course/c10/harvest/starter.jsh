class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time)
            throws InterruptedException {
        return todo("return what comes until the channel is closed or the time is up");
    }
}
