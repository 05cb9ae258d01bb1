package rendezvous.runtime;

/** What a goroutine can wait for. */
public enum Wait {
    /** A receiver, or room in a channel. */
    SEND("waits to send"),
    /** A value from a channel. */
    RECEIVE("waits to receive"),
    /** Nothing that can come: an operation on {@code Chan.never()}. */
    NEVER("waits on a channel that is never ready"),
    /** The end of another goroutine. */
    JOIN("waits for a goroutine to end"),
    /** A moment. */
    SLEEP("sleeps");

    private final String phrase;

    Wait(String phrase) {
        this.phrase = phrase;
    }

    /** Returns the wait in words that follow a goroutine's name: "waits to send". */
    public String phrase() {
        return phrase;
    }
}
