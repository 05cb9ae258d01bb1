package rendezvous.course.c05.library;

/** A library with two librarians, who look things up for those who ask. */
public interface Library {
    /**
     * Lets two librarians in and returns at once, before anybody has asked.
     *
     * <p>Each librarian works in a goroutine of its own. It takes a question, looks it up, gives the answer to whoever has
     * asked, and only then takes the next question. When it has answered {@code each} questions it goes home: its goroutine
     * ends. So two questions at most are looked up at the same time, and two are, when two ask.
     *
     * @param each how many questions each of the two answers; 1 or more
     * @param books where answers are found
     * @return where to ask
     * @throws InterruptedException if interrupted while waiting; one that waits for nobody need not declare it
     */
    Desk open(int each, Books books) throws InterruptedException;

    /** Where questions are asked. */
    interface Desk {
        /**
         * Asks, and returns the answer to this question. Waits while both librarians are busy, and for the answer. Any number of
         * goroutines may ask at the same time; together they ask no more questions than both librarians answer.
         *
         * @throws InterruptedException if interrupted while waiting
         */
        String ask(String question) throws InterruptedException;
    }

    /** Where answers are found. */
    interface Books {
        /**
         * Looks a question up, which may take a while.
         *
         * @throws InterruptedException if interrupted while it looks
         */
        String lookUp(String question) throws InterruptedException;
    }
}
