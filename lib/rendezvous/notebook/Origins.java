package rendezvous.notebook;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;

/**
 * Which cell started the thread that prints.
 *
 * <p>A thread inherits its cell from the thread that started it. Goroutines do not inherit thread locals, which would
 * make each of them dearer; a goroutine counts as the cell's during which it first printed.
 *
 * <p>Not safe for use by many threads at once, but for {@link #claim}.
 */
final class Origins {
    private final InheritableThreadLocal<@Nullable Integer> inherited = new InheritableThreadLocal<>();
    private final Map<Goroutine, Integer> goroutines = new WeakHashMap<>();

    void claim(int cell) {
        inherited.set(cell);
    }

    /** The cell that the calling thread belongs to; the given one if nothing else is known. */
    int of(int present) {
        Integer cell = inherited.get();
        if (cell != null) {
            return cell;
        }
        Goroutine goroutine = Goroutine.current();
        return goroutine == null ? present : goroutines.computeIfAbsent(goroutine, _ -> present);
    }
}
