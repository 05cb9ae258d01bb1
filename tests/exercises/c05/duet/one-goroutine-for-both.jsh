// misconception: to be in the right order is all that counts
// fails: each singer has a goroutine
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        go(() -> {
            for (int line = 1; line <= lines; line++) {
                first.sing(line);
                second.sing(line);
            }
        }).await();
    }
}
