package rendezvous.runtime;

/** Code that runs once a time has passed, unless it is called off before: see {@link World#schedule}. */
@FunctionalInterface
public interface Alarm {
    /**
     * Calls it off and lets go of its code.
     *
     * @return true if this prevented it; false if it has run, runs now, or was called off before
     */
    boolean cancel();
}
