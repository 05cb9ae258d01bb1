package rendezvous.course.c03.weather;

import java.io.IOException;
import java.util.List;

/** Asks stations for their weather. */
public interface Weather {
    /**
     * Asks all stations at the same time, each once and in a goroutine of its own, and returns their answers in the order of
     * the stations, whoever answers first. In the place of a station that fails stands {@code "no answer"}. When it has
     * returned, no goroutine of its own is left.
     *
     * @param stations whom to ask; may be empty, and then there are no answers
     * @throws InterruptedException if interrupted while waiting
     */
    List<String> ask(List<Station> stations) throws InterruptedException;

    /** A weather station. */
    interface Station {
        /**
         * Returns its weather, which takes a while.
         *
         * @throws IOException if it cannot be reached
         * @throws InterruptedException if interrupted meanwhile
         */
        String ask() throws IOException, InterruptedException;
    }
}
