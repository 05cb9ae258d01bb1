// A data race
// The two accesses are marked, in the schedule that shows that nothing orders them.
class Tally { int count; }
Lab.race(() -> {
    Tally tally = new Tally();
    WaitGroup group = new WaitGroup();
    group.go(() -> tally.count++);
    group.go(() -> tally.count++);
    group.await();
})
