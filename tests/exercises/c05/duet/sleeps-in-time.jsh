// misconception: a pause keeps two goroutines in step
// fails: one sings at a time
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        Goroutine one = go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
                sleep(ofMillis(20));
            }
        });
        Goroutine other = go(() -> {
            sleep(ofMillis(10));
            for (int line = 1; line <= lines; line++) {
                second.sing(line);
                sleep(ofMillis(20));
            }
        });
        one.await();
        other.await();
    }
}
