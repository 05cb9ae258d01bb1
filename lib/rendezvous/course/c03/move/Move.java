package rendezvous.course.c03.move;

import java.io.IOException;
import java.util.List;

/** Moves house, in stages. */
public interface Move {
    /**
     * Does all jobs of a stage at the same time, each once and in a goroutine of its own, and begins the next stage when all
     * jobs of the last one have ended. It returns when the last stage is done.
     *
     * <p>If a job fails, the others of its stage are still waited for. Then no later stage begins, and its exception is
     * thrown; if several failed, that of the job that stands first in the list. No goroutine is left, also then.
     *
     * @param stages the jobs of each stage; there may be no stages, and stages without jobs
     * @throws IOException what a job threw
     * @throws InterruptedException if interrupted while waiting
     */
    void run(List<List<Job>> stages) throws IOException, InterruptedException;

    /** Something to do. */
    interface Job {
        /**
         * Does it, which takes a while.
         *
         * @throws IOException if it fails
         * @throws InterruptedException if interrupted meanwhile
         */
        void work() throws IOException, InterruptedException;
    }
}
