// misconception: what a method returns can be worked out at its beginning
// fails: counts who is left
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        int before = (int) count();
        int left = (int) count() - before;
        program.run();
        return left;
    }
}
