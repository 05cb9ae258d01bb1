class MyCensus implements Census {
    public int leftBehind(Program program) throws Exception {
        Set<Long> before = new HashSet<>();
        for (GoroutineState state : goroutines()) {
            before.add(state.id());
        }
        program.run();
        int left = 0;
        for (GoroutineState state : goroutines()) {
            if (!before.contains(state.id())) {
                left++;
            }
        }
        return left;
    }
}
