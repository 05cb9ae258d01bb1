// One channel for both ways: the two never send at the same time.
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> turn = Chan.make();
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
                turn.send(SIGNAL);
                turn.receive();
            }
        });
        Goroutine other = go(() -> {
            for (int line = 1; line <= lines; line++) {
                turn.receive();
                second.sing(line);
                turn.send(SIGNAL);
            }
        });
        one.await();
        other.await();
    }
}
