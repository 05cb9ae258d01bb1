// misconception: the difference of two numbers says what was added
// fails: somebody else's end hides nobody
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        long before = count();
        program.run();
        return (int) (count() - before);
    }
}
