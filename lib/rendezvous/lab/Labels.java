package rendezvous.lab;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Homed;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/** What the lanes call the things that goroutines use: those without a name get a number in the order of their first use. */
final class Labels {
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** Returns what follows the words for a step: " mutex 1", or nothing. */
    String of(@Nullable Object subject) {
        String kind = kind(subject);
        if (subject == null || kind == null) {
            return subject instanceof Homed ? Describe.label(subject).replace("`", "") : "";
        }
        return " " + kind + " " + numbers.computeIfAbsent(subject, any -> used.merge(kind, 1, Integer::sum));
    }

    /** Returns what unnamed things of its type are called; null if they are not numbered. */
    static @Nullable String kind(@Nullable Object subject) {
        return switch (subject) {
            case Mutex mutex -> "mutex";
            case RWMutex mutex -> "RWMutex";
            case Cond cond -> "condition";
            case WaitGroup group -> "group";
            case Once once -> "once";
            case null, default -> null;
        };
    }

    /** Returns the label if the subject is numbered; else nothing. */
    String ofNumbered(@Nullable Object subject) {
        return kind(subject) == null ? "" : ":" + of(subject);
    }
}
