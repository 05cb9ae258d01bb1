// misconception: somebody has to watch all the time
// fails: leaves no goroutine of its own
class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        Set<Long> before = goroutines().stream().map(state -> state.id()).collect(Collectors.toSet());
        Goroutine watcher = go("watcher", () -> {
            while (true) {
                sleep(ofSeconds(1));
            }
        });
        before.add(watcher.id());
        program.run();
        return (int) goroutines().stream().filter(state -> !before.contains(state.id())).count();
    }
}
