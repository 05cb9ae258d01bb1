package rendezvous.runtime;

import org.jspecify.annotations.Nullable;

/** What a goroutine can wait for. */
public enum Wait {
    /** A receiver, or room in a channel. */
    SEND("waits to send"),
    /** A value from a channel. */
    RECEIVE("waits to receive"),
    /** Nothing that can come: an operation on {@code Chan.never()}. */
    NEVER("waits on a channel that is never ready"),
    /** One of several operations on channels. */
    SELECT("waits in a select"),
    /** The close of a channel. */
    CLOSE("waits for a close"),
    /** A lock. */
    LOCK("waits for a lock"),
    /** A lock that it wants to share with other readers. */
    READ_LOCK("waits for a lock to read"),
    /** Room in a semaphore. */
    SEMAPHORE("waits for a semaphore"),
    /** A condition's signal. */
    COND("waits for a signal"),
    /** A group's counter to come to zero. */
    GROUP("waits for a group"),
    /** Another goroutine's call of what runs only once. */
    ONCE("waits for what runs once"),
    /** The end of another goroutine. */
    JOIN("waits for a goroutine to end"),
    /** A moment. */
    SLEEP("sleeps");

    private final String phrase;

    Wait(String phrase) {
        this.phrase = phrase;
    }

    /**
     * Returns the wait and what is waited on, in words that follow a goroutine's name: "waits to send on `orders`".
     *
     * @param subject what is waited on, such as a channel; null if nothing
     */
    public String on(@Nullable Object subject) {
        if (subject == null || this == NEVER || this == COND || this == SLEEP) {
            return phrase;
        }
        return switch (this) {
            case SEND, RECEIVE -> phrase + " on " + subject;
            case CLOSE -> phrase + " of " + subject;
            default -> phrase + ": " + (subject instanceof Goroutine other ? other.name() : subject);
        };
    }

    /** Returns the wait in words that follow a goroutine's name: "waits to send". */
    public String phrase() {
        return phrase;
    }
}
