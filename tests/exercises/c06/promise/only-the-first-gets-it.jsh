// misconception: a channel keeps its value when it is received
// fails: whoever asks again gets the value again
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        Chan<String> box = Chan.make(1);
        go(() -> box.send(finder.find()));
        return () -> box.receive();
    }
}
