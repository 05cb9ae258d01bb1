package rendezvous.runtime;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a goroutine, as told to a {@link Probe}.
 *
 * @param nanos when, on the clock of the goroutine's {@link World}
 * @param kind what
 * @param goroutine to whom
 * @param subject what it was done with: a channel, a goroutine waited for; null if nothing
 * @param value {@link Kind#SEND}, {@link Kind#RECEIVE}: the value; {@link Kind#BLOCK}: the {@link Wait};
 *     {@link Kind#PANIC}: the {@link Throwable}; {@link Kind#RECEIVE} of nothing because the channel is closed: null
 * @param peer the other side: who started it, took the value, gave it, or ended the wait; null if unknown or none
 */
public record Event(
        long nanos,
        Kind kind,
        Goroutine goroutine,
        @Nullable Object subject,
        @Nullable Object value,
        @Nullable Goroutine peer) {

    /** What can happen. */
    public enum Kind {
        /** The goroutine was started by its peer; it can run from now on. */
        START,
        /** Its code returned. */
        END,
        /** Its code threw; the goroutine is over. */
        PANIC,
        /** It waits from now on. */
        BLOCK,
        /** Its wait is over: it can run again. */
        UNBLOCK,
        /** It gave a value to a channel. */
        SEND,
        /** It took a value from a channel, or learned that the channel is closed. */
        RECEIVE,
        /** It closed a channel. */
        CLOSE
    }
}
