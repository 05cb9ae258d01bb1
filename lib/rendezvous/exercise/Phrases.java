package rendezvous.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.lab.Member;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/** Things of a run in the learner's words. */
final class Phrases {
    private static final int MOST = 5;

    private Phrases() {}

    /** Returns the first few, and how many more there are. */
    static String list(List<String> all) {
        String first = String.join("; ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() <= MOST ? first : first + "; and " + (all.size() - MOST) + " more";
    }

    static String count(int number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Returns a number with its thousands set apart, as in captions. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Returns a time as a learner would say it: "200 ms", "2 s". */
    static String time(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** Returns a value as code. */
    static String value(@Nullable Object value) {
        return value instanceof String text ? "`\"" + text + "\"`" : "`" + value + "`";
    }

    static String name(Goroutine goroutine) {
        return "`" + goroutine.name() + "`";
    }

    /** Returns what somebody does, to follow a name: "waits to send on `counter`". */
    static String doing(Member member) {
        if (member.canGoOn()) {
            return "is still running";
        }
        Wait reason = member.reason();
        if (reason == null) {
            Goroutine goroutine = member.goroutine();
            String text = member.text();
            return goroutine != null && text.startsWith(goroutine.name())
                    ? text.substring(goroutine.name().length()).strip()
                    : text;
        }
        String phrase = reason.phrase();
        return switch (member.subject()) {
            case null -> phrase;
            case Chan<?> chan -> phrase + " on " + name(chan);
            case Goroutine other -> "waits for " + name(other) + " to end";
            default -> phrase;
        };
    }

    private static String name(Chan<?> chan) {
        return chan.name().map(name -> "`" + name + "`").orElse("a channel of yours");
    }
}
