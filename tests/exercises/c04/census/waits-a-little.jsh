// misconception: a second is enough for any program
// fails: counts when the program has returned
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        Set<Long> before = goroutines().stream().map(state -> state.id()).collect(Collectors.toSet());
        Goroutine runs = go(() -> program.run());
        before.add(runs.id());
        sleep(ofSeconds(1));
        return (int) goroutines().stream().filter(state -> !before.contains(state.id())).count();
    }
}
