// misconception: to find it again is as good as to keep it
// fails: the finder is called once
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        return () -> {
            Chan<String> box = Chan.make(1);
            go(() -> box.send(finder.find()));
            return box.receive();
        };
    }
}
