// misconception: nobody asks more often than there is room
// fails: all who wait get the value
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        Chan<String> box = Chan.make(2);
        go(() -> {
            String value = finder.find();
            box.send(value);
            box.send(value);
        });
        return () -> box.receive();
    }
}
