// The caller is the first singer: one goroutine has to be started, and nobody to be waited for.
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> there = Chan.make();
        Chan<Signal> back = Chan.make();
        go(() -> {
            for (int line = 1; line <= lines; line++) {
                there.receive();
                second.sing(line);
                back.send(SIGNAL);
            }
        });
        for (int line = 1; line <= lines; line++) {
            first.sing(line);
            there.send(SIGNAL);
            back.receive();
        }
    }
}
