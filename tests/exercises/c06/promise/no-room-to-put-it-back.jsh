// misconception: whoever sends does not have to wait if somebody asked before
// fails: begin returns at once, and get waits
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        Chan<String> box = Chan.make();
        go(() -> box.send(finder.find()));
        return () -> {
            String value = box.receive();
            box.send(value);
            return value;
        };
    }
}
