package rendezvous.bench;

import java.time.Duration;

/** What every benchmark does, whatever it is made of: how many messages, and what they must add up to. */
final class Work {
    /** Messages of a row in which each message is a hand-off between two goroutines. */
    static final int HAND_OFFS = 20_000;

    /** Messages of a row with a buffer; more, since each costs less. */
    static final int BUFFERED = 100_000;

    /** Goroutines started and joined. */
    static final int STARTS = 100_000;

    /** Messages of a program whose cost is watched as something grows. */
    static final int GROWTH = 10_000;

    /** Values looked up in a context. */
    static final int LOOK_UPS = 1_000;

    /** How long something waits that never has to. */
    static final Duration LONG = Duration.ofMinutes(1);

    /** Senders, and as many receivers, of the rows that are 4:4. */
    static final int SIDES = 4;

    private Work() {}

    /** Returns the sum of the numbers 0 to {@code count - 1}, which is what receivers must find. */
    static long sum(int count) {
        return (long) count * (count - 1) / 2;
    }

    /** Returns the sum of the numbers. */
    static long sumOf(int[] numbers) {
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    /**
     * Returns the sum that receivers found, for JMH to consume.
     *
     * @throws IllegalStateException if messages were lost or came twice
     */
    static long checked(long got, long want) {
        if (got != want) {
            throw new IllegalStateException("sum of what was received: got " + got + ", want " + want
                    + ": messages were lost or came twice, and the time means nothing");
        }
        return got;
    }
}
