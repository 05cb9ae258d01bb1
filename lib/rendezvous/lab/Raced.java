package rendezvous.lab;

/**
 * The two accesses of a race, the later one first.
 *
 * @param later the access that was found to race
 * @param earlier the access before, with which it does
 */
record Raced(By later, By earlier) {
    /**
     * One of the accesses.
     *
     * @param strand by whom
     * @param what it did to what: "writes `Counters.count`"
     * @param choices how many choices the run had made then
     */
    record By(Strand strand, String what, int choices) {}
}
