// misconception: a song has a line
// fails: a song without lines
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Chan<Signal> there = Chan.make();
        Chan<Signal> back = Chan.make();
        Goroutine other = go(() -> {
            int line = 1;
            do {
                there.receive();
                second.sing(line++);
                back.send(SIGNAL);
            } while (line <= lines);
        });
        int line = 1;
        do {
            first.sing(line++);
            there.send(SIGNAL);
            back.receive();
        } while (line <= lines);
        other.await();
    }
}
