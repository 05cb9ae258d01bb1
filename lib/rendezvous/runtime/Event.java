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
 *     {@link Kind#PANIC}: the {@link Throwable}; {@link Kind#RECEIVE} of nothing because the channel is closed: null;
 *     {@link Kind#SELECT}: the {@link Chosen}; {@link Kind#LOCK}, {@link Kind#UNLOCK}: {@link Wait#LOCK}, or {@link
 *     Wait#READ_LOCK} if it shares the lock with readers, or of a semaphore how much as a {@link Long}; {@link
 *     Kind#MOUNT}, {@link Kind#UNMOUNT}: the carrier's number as an {@link Integer}, from 0; {@link Kind#RACE}: what it
 *     did to what, as text; else null
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
        CLOSE,
        /** Its select chose a case, on the subject if that is about a channel. */
        SELECT,
        /** It has got a lock, or a part of a semaphore. */
        LOCK,
        /** It gives a lock back, or a part of a semaphore. */
        UNLOCK,
        /** It ended a context. If somebody has asked for the context's done channel, it closes that next. */
        CANCEL,
        /**
         * What it has done happens before what others do once they have told that they {@link #ACQUIRE} the subject. Only
         * runs of the lab tell it; what channels order, {@link #SEND}, {@link #RECEIVE} and {@link #CLOSE} say.
         */
        RELEASE,
        /** What was done before the subject was {@linkplain #RELEASE released} happens before what it does from now on. */
        ACQUIRE,
        /** It can run, and waits for a carrier. Told where the scheduler is ours, as the next two are. */
        READY,
        /** It runs on a carrier from now on. */
        MOUNT,
        /** It left its carrier. */
        UNMOUNT,
        /** It accessed memory in a race with its peer. Told when the run is over, at the moment of the access. */
        RACE
    }
}
