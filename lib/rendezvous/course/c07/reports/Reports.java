package rendezvous.course.c07.reports;

import java.util.List;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;

/** Gathers what reporters write. */
public interface Reports {
    /**
     * Starts all reporters, each in a goroutine of its own, and returns at once a channel that brings every line they write.
     * When all reporters have ended it is closed, also if some of them failed. Then no goroutine is left.
     *
     * @param reporters who writes; may be empty
     */
    ReceiveChan<String> gather(List<Reporter> reporters);

    /** Somebody who writes. */
    interface Reporter {
        /**
         * Writes lines, as many as there are to write.
         *
         * @param lines where to send them; it is not the reporter's to close
         * @throws Exception if the reporter fails; the lines that were sent count
         */
        void report(SendChan<String> lines) throws Exception;
    }
}
