package rendezvous.race;

/** Two accesses that always race: a detector that does not find them is off. */
public final class KnownRace {
    private int shared;

    /** Creates one. */
    public KnownRace() {}

    /** Does what races when two do it. */
    public void race() {
        shared++;
    }

    /** Returns how often it was done, or less. */
    public int times() {
        return shared;
    }
}
