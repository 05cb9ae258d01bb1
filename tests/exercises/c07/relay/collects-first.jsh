// misconception: all values can be gathered before they are passed on
// fails: takes no more than it can pass on
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        List<String> values = new ArrayList<>();
        for (String value : in) {
            values.add(value);
        }
        for (String value : values) {
            out.send(value);
        }
        out.close();
    }
}
