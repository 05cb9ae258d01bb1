// misconception: a send waits until the receiver has done its work
// fails: the lines come in turn
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> there = Chan.make();
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
                there.send(SIGNAL);
            }
        });
        Goroutine other = go(() -> {
            for (int line = 1; line <= lines; line++) {
                there.receive();
                second.sing(line);
            }
        });
        one.await();
        other.await();
    }
}
