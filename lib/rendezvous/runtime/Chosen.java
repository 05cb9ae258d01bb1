package rendezvous.runtime;

/**
 * The case that a select chose.
 *
 * @param index which of its cases, from 0
 * @param cases how many it has
 * @param way what kind of case it is
 */
public record Chosen(int index, int cases, Way way) {
    /** What a case of a select can be. */
    public enum Way {
        /** It sends. */
        SEND("sends on"),
        /** It receives, or learns that the channel is closed. */
        RECEIVE("receives from"),
        /** It learns that the channel is closed, and takes no value. */
        CLOSE("sees the close of"),
        /** Its time is over. */
        TIMEOUT("times out"),
        /** It is chosen when no other is ready. */
        DEFAULT("takes the default");

        private final String phrase;

        Way(String phrase) {
            this.phrase = phrase;
        }

        /** Returns it in words that follow a goroutine's name, and are followed by a channel if it is about one. */
        public String phrase() {
            return phrase;
        }
    }
}
