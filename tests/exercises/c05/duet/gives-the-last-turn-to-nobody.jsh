// misconception: a send at the very end does no harm
// fails: leaves no goroutine behind
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> there = Chan.make();
        Chan<Signal> back = Chan.make();
        Chan<Signal> over = Chan.make();
        go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
                there.send(SIGNAL);
                if (line < lines) {
                    back.receive();
                }
            }
        });
        go(() -> {
            for (int line = 1; line <= lines; line++) {
                there.receive();
                second.sing(line);
                if (line == lines) {
                    over.send(SIGNAL);
                }
                back.send(SIGNAL);
            }
        });
        if (lines > 0) {
            over.receive();
        }
    }
}
