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

    /** Tasks of a group. */
    static final int TASKS = 10_000;

    /** Messages that go through a pipeline. */
    static final int PIPED = 10_000;

    /** Stages of a pipeline. */
    static final int STAGES = 5;

    /** Permits of a semaphore. */
    static final int PERMITS = 2;

    /** Of so many accesses one writes. */
    static final int READS = 16;

    private Work() {}

    /** A job for a worker: some hundred nanoseconds of work. */
    static int job(int n) {
        int x = n;
        for (int i = 0; i < 100; i++) {
            x = x * 1664525 + 1013904223;
        }
        return x >>> 16;
    }

    /** Returns what the jobs 0 to {@code count - 1} add up to. */
    static long sumOfJobs(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += job(i);
        }
        return sum;
    }

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
