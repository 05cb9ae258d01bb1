package rendezvous.lab;

import org.jspecify.annotations.Nullable;

/** Makes the choices of runs, one run after the other. Must be deterministic. */
interface Strategy {
    /** Begins a run. */
    void begin();

    /**
     * Chooses which strand goes on.
     *
     * @param scheduler knows which are ready; there is one at least
     * @param running the one that runs and could go on; null if it ended, waits, or gave way by itself
     * @return one that is ready; null to end the run here
     */
    @Nullable
    Strand pick(Scheduler scheduler, @Nullable Strand running);

    /** Chooses a number from 0 up to below the bound, which is 2 at least. */
    int draw(int bound);
}
