package rendezvous.asleep;

import java.util.List;

/**
 * A program for the main thread of a JVM that runs nothing else.
 *
 * @param name what it shows
 * @param body what it runs
 * @param told for one that is stuck: the lines of the report, times left out
 */
record Program(String name, Body body, List<String> told) {
    /** What a program runs. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    Program(String name, Body body, String... told) {
        this(name, body, List.of(told));
    }

    @Override
    public String toString() {
        return name;
    }
}
