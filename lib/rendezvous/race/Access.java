package rendezvous.race;

/**
 * One access to memory.
 *
 * @param actor by whom
 * @param time the actor's own time
 * @param site where in the code
 * @param step in which step of the run
 * @param writes whether it changes what is there
 */
public record Access(int actor, int time, Site site, int step, boolean writes) {
    /** Whether it happens before what an actor does whose clock this is. */
    boolean isKnownTo(Clock clock) {
        return time <= clock.of(actor);
    }
}
