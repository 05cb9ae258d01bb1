package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/** Strands and what they do, in words. */
final class Describe {
    private Describe() {}

    /** Returns what the strand does now: "left waits to send on `ch` (unbuffered)". */
    static String state(Strand strand) {
        if (strand.isReady || strand.again) {
            String step = strand.step;
            return strand.name() + (step == null ? " can go on" : " comes to a step: it " + step + on(strand.subject));
        }
        Wait wait = strand.wait;
        if (wait == null) {
            return strand.name() + " " + JdkWait.words(strand);
        }
        return strand.name() + " " + wait.phrase() + (wait == Wait.NEVER ? "" : on(wait, strand.waitsOn));
    }

    private static String on(Wait wait, @Nullable Object subject) {
        return wait == Wait.JOIN && subject instanceof Goroutine other ? ": " + other.name() : on(subject);
    }

    private static String on(@Nullable Object subject) {
        return subject == null ? "" : " " + subject;
    }

    /** Returns the name of what a step is done with. */
    static String label(@Nullable Object subject) {
        return switch (subject) {
            case null -> "";
            case Chan<?> chan -> chan.name().map(name -> " `" + name + "`").orElse("");
            case Goroutine goroutine -> " " + goroutine.name();
            default -> "";
        };
    }
}
