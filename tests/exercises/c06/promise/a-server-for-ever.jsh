// misconception: a goroutine that nobody asks any more ends by itself
// fails: leaves no goroutine behind
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        Chan<String> box = Chan.make();
        go(() -> {
            String value = finder.find();
            while (true) {
                box.send(value);
            }
        });
        return () -> box.receive();
    }
}
