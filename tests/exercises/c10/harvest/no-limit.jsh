// misconception: every channel is closed some day
// fails: returns when the time is up, though more would come
class MyHarvest implements Harvest {
    public List<String> gather(ReceiveChan<String> fruits, Duration time) throws InterruptedException {
        List<String> got = new ArrayList<>();
        for (String fruit : fruits) {
            got.add(fruit);
        }
        return got;
    }
}
