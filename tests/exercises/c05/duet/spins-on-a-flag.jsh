// misconception: to look at a flag again and again is to wait
// fails: one sings at a time
class MyDuet implements Duet {
    private volatile boolean firsts = true;

    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                while (!firsts) {
                }
                first.sing(line);
                firsts = false;
            }
        });
        Goroutine other = go(() -> {
            for (int line = 1; line <= lines; line++) {
                while (firsts) {
                }
                second.sing(line);
                firsts = true;
            }
        });
        one.await();
        other.await();
    }
}
