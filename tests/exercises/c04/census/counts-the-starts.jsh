// misconception: whoever was started is still there
// fails: does not count those who have ended
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        Goroutine first = go(() -> {});
        first.await();
        program.run();
        Goroutine last = go(() -> {});
        last.await();
        return (int) (last.id() - first.id() - 1);
    }
}
