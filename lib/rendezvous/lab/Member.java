package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/**
 * One of those who live in a run, as it was when somebody looked: {@link Lab#others}.
 *
 * <p>It is a goroutine, or a virtual thread that somebody of the run made by means of the JDK.
 *
 * @param goroutine which; null if it is none
 * @param canGoOn whether it waits for nobody
 * @param reason what it waits for in the library; null if it does not
 * @param subject what it waits on, such as a channel; null if nothing
 * @param text what it does, as a sentence without full stop: "cook waits to send on `counter` (unbuffered)"
 */
public record Member(
        @Nullable Goroutine goroutine,
        boolean canGoOn,
        @Nullable Wait reason,
        @Nullable Object subject,
        String text) {

    static Member of(Strand strand) {
        boolean canGoOn = strand.isReady || strand.again;
        return new Member(
                strand.goroutine(),
                canGoOn,
                canGoOn ? null : strand.wait,
                canGoOn ? null : strand.waitsOn,
                Describe.state(strand));
    }

    /** Returns whether time alone lets it go on. */
    public boolean sleeps() {
        return reason == Wait.SLEEP;
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
