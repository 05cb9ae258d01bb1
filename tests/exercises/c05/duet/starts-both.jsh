// misconception: who is started first sings first
// fails: the lines come in turn
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
            }
        });
        Goroutine other = go(() -> {
            for (int line = 1; line <= lines; line++) {
                second.sing(line);
            }
        });
        one.await();
        other.await();
    }
}
