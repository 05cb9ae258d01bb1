package rendezvous.lab;

import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Stuck;

/** Strands and what they do, in words. */
final class Describe {
    private Describe() {}

    /** Returns what the strand does now: "left waits to send on `ch` (unbuffered)". */
    static String state(Strand strand) {
        if (strand.isReady || strand.again) {
            String step = strand.step;
            return strand.name() + (step == null ? " can go on" : " comes to a step: " + step + label(strand.subject));
        }
        Goroutine goroutine = strand.goroutine();
        return goroutine == null || strand.wait == null
                ? strand.name() + " " + JdkWait.words(strand)
                : new Stuck(goroutine, strand.wait, strand.waitsOn, strand.waitsSince).toString();
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
