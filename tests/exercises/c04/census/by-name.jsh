// misconception: a name says who somebody is
// fails: does not count those who were there before
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        Set<String> before = goroutines().stream().map(state -> state.name()).collect(Collectors.toSet());
        program.run();
        return (int) goroutines().stream().filter(state -> !before.contains(state.name())).count();
    }
}
