package rendezvous.lab;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a run.
 *
 * @param kind of which kind it is
 * @param message what happened, and who waits for what; a first line that says it all, and others
 * @param thrown what a goroutine threw; null if none did
 */
public record Failure(Kind kind, String message, @Nullable Throwable thrown) {
    /** What can go wrong. */
    public enum Kind {
        /** A goroutine threw: an assertion of the run's own, or anything else. */
        PANIC,
        /** All goroutines wait, and nothing is to come that could wake one. */
        DEADLOCK,
        /** The run's own code returned, and goroutines are left that wait for ever. */
        LEAK,
        /** Two accesses to the same memory, of which nothing says which comes first. */
        RACE,
        /** The run took more steps than it may. */
        TOO_LONG,
        /** More goroutines lived at a time than may. */
        TOO_MANY,
        /** A goroutine computed for so long that it seems never to come to another step. */
        STALLED,
        /** A method called itself, or others each other, so deep that it seems never to end. */
        TOO_DEEP,
        /** The heap was full. */
        NO_MEMORY,
        /** The program wanted to end the JVM. */
        EXIT,
        /** A goroutine waited in a way that no scheduler of ours can control. */
        REFUSED,
        /** Somebody from outside the run took part in it. */
        ESCAPED,
        /** A replayed schedule did not fit the run: the program does not depend on its schedule alone. */
        DIVERGED,
        /** The laboratory itself failed. */
        BROKEN
    }

    /** Returns the first line of the message. */
    public String headline() {
        return message.lines().findFirst().orElse("");
    }

    /** Returns the failure of a run that failed once, and not when it was repeated. */
    static Failure unrepeatable(Failure once) {
        return new Failure(
                Kind.DIVERGED,
                "the same schedule did not fail again: the program depends on something besides its schedule, such as state"
                        + " from outside the block, the real clock, random numbers or hash codes\nThe first time: "
                        + once.message(),
                once.thrown());
    }

    /** Returns the failure of a schedule of so many choices of which some did not fit the run; null if all did. */
    static @Nullable Failure misfit(int misfits, int choices) {
        return misfits == 0
                ? null
                : new Failure(
                        Kind.DIVERGED,
                        "the schedule does not fit the run: " + misfits + " of its " + choices
                                + " choices could not be made"
                                + "\nEither it is the schedule of another program, or the program depends on something besides it, such as"
                                + " state from outside the block, the real clock, random numbers or hash codes",
                        null);
    }

    /** Returns whether to repeat it takes long, and whether its schedule says little: there is no end to it. */
    public boolean isCostly() {
        return switch (kind) {
            case TOO_LONG, TOO_MANY, TOO_DEEP, NO_MEMORY, STALLED -> true;
            default -> false;
        };
    }

    /** Returns whether the other is the same failure for all that matters: its kind, and the type of what was thrown. */
    boolean isLike(Failure other) {
        return kind == other.kind
                && (thrown == null
                        ? other.thrown == null
                        : other.thrown != null && thrown.getClass() == other.thrown.getClass());
    }

    @Override
    public String toString() {
        return message;
    }
}
