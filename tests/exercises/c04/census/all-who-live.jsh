// misconception: whoever lives now was started by the program
// fails: counts who is left
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        program.run();
        return (int) count();
    }
}
