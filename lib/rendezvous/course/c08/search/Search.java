package rendezvous.course.c08.search;

import rendezvous.chan.ReceiveChan;

/** Looks for a word in lines that come. */
public interface Search {
    /**
     * Returns the first line that contains the word, as soon as that line has come. If the channel is closed before one has come,
     * returns an empty text.
     *
     * <p>Whoever sends the lines is never left waiting: all that is sent after the line was found is received too, without delay.
     * When the channel is closed no goroutine is left.
     *
     * @param word what to look for
     * @param lines where to look; somebody else sends and closes
     * @throws InterruptedException if interrupted while waiting
     */
    String first(String word, ReceiveChan<String> lines) throws InterruptedException;
}
