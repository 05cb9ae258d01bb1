package rendezvous.asleep;

import java.util.List;

/**
 * A program for the main thread of a JVM that runs nothing else.
 *
 * @param name what it shows
 * @param body what it runs
 * @param told for one that is stuck: the lines of the report, times left out
 * @param busy for how many milliseconds somebody is at work before all are asleep
 */
record Program(String name, Body body, List<String> told, int busy) {
    /** What a program runs. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    Program(String name, Body body, String... told) {
        this(name, body, List.of(told), 0);
    }

    Program busyFor(int millis) {
        return new Program(name, body, told, millis);
    }

    @Override
    public String toString() {
        return name;
    }
}
