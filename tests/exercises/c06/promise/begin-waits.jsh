// misconception: a value that is returned later can be waited for now
// fails: begin returns at once, and get waits
class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        try {
            String value = finder.find();
            return () -> value;
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
    }
}
