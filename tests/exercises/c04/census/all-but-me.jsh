// misconception: nobody else is there
// fails: does not count those who were there before
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        program.run();
        return (int) count() - 1;
    }
}
