// misconception: a program that is started has done what it does
// fails: counts who is left
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        int before = (int) count();
        go(() -> program.run());
        return (int) count() - before;
    }
}
