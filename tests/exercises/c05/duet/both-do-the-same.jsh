// misconception: two that do the same thing take turns by themselves
// fails: the lines come in turn
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> turn = Chan.make();
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                turn.receive();
                first.sing(line);
                turn.send(SIGNAL);
            }
        });
        Goroutine other = go(() -> {
            for (int line = 1; line <= lines; line++) {
                turn.receive();
                second.sing(line);
                turn.send(SIGNAL);
            }
        });
        turn.send(SIGNAL);
        one.await();
        other.await();
    }
}
