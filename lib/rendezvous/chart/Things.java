package rendezvous.chart;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.context.Context;
import rendezvous.runtime.Goroutine;
import rendezvous.semaphore.Weighted;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;
import rendezvous.trace.Values;

/** What things that goroutines use are called: by their names, else by their kind and a number in order of first use. */
final class Things {
    private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** Returns the thing's name; null if it is nothing. */
    @Nullable
    String name(@Nullable Object thing) {
        if (thing == null) {
            return null;
        }
        return names.computeIfAbsent(thing, this::make);
    }

    private String make(Object thing) {
        String given = given(thing);
        String kind = given.isEmpty() ? kind(thing) : given;
        return given.isEmpty() ? kind + " " + used.merge(kind, 1, Integer::sum) : given;
    }

    private static String given(Object thing) {
        return switch (thing) {
            case Chan<?> chan -> chan.name().map(name -> "`" + name + "`").orElse("");
            case Goroutine goroutine -> goroutine.name();
            default -> "";
        };
    }

    private static String kind(Object thing) {
        return switch (thing) {
            case Chan<?> chan -> "channel";
            case Mutex mutex -> "mutex";
            case RWMutex mutex -> "RWMutex";
            case Cond cond -> "condition";
            case WaitGroup group -> "group";
            case Once once -> "once";
            case Weighted weighted -> "semaphore";
            case Context context -> "context";
            default -> Values.show(thing);
        };
    }
}
