// misconception: a goroutine is a line, not a singer
// fails: each singer has a goroutine
class MyDuet implements Duet {
    public void sing(int lines, Singer first, Singer second) throws InterruptedException {
        for (int line = 1; line <= lines; line++) {
            int number = line;
            go(() -> first.sing(number)).await();
            go(() -> second.sing(number)).await();
        }
    }
}
