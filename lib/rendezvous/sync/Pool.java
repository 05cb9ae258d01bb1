package rendezvous.sync;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/**
 * Things that are dear to make and can be used again: Go's {@code sync.Pool}.
 *
 * {@snippet :
 * Pool<StringBuilder> builders = new Pool<>(() -> {
 *     println("makes one");                        // Output: makes one
 *     return new StringBuilder();
 * });
 * for (String name : List.of("ann", "bob")) {
 *     StringBuilder text = builders.get();
 *     println(text.append("hello ").append(name)); // Output: hello ann
 *     text.setLength(0);                           // Output: hello bob
 *     builders.put(text);
 * }
 * }
 *
 * <p>Who gets a thing has it alone, until putting it back; what is never put back is simply not used again. Which one comes
 * is not said, and it comes as it was put: clean it. Do not use what was put back.
 *
 * <p>A pool holds no more than memory allows. The garbage collector may drop all that lies in it when memory gets scarce, so
 * a pool is no place for things that must be closed, such as connections.
 *
 * <p>In Java few things are worth it: small objects are made faster than a pool is asked. Buffers of many kilobytes, and
 * what takes long to set up, are.
 *
 * <p><b>Memory consistency effects:</b> what happened before a {@link #put} happens before what follows the {@link #get} or
 * {@link #tryGet} that returns that thing; likewise of the code that makes one.
 *
 * <p><b>Differs from Go:</b> there, what lies unused from one garbage collection to the one after the next is dropped; here
 * it is dropped when memory gets scarce, as softly referenced objects are. Without something to make things, {@code Get}
 * gives nil there; here every pool has one, and {@link #tryGet} does not use it.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * @param <T> what it holds
 */
public final class Pool<T> {
    private final Supplier<? extends T> make;
    private volatile SoftReference<ConcurrentLinkedDeque<T>> shelf = new SoftReference<>(new ConcurrentLinkedDeque<>());

    /**
     * Creates an empty pool.
     *
     * @param make what makes a thing when there is none to use again; called by {@link #get}, in its thread
     */
    public Pool(Supplier<? extends T> make) {
        this.make = Objects.requireNonNull(make, "maker for a Pool: got null, want what makes a thing");
    }

    /**
     * Returns a thing that was put back, else a new one. Never waits, but for what makes it.
     *
     * @throws NullPointerException if what makes things made null
     */
    public T get() {
        T used = poll();
        return used != null
                ? used
                : Objects.requireNonNull(make.get(), "thing for a Pool: its maker gave null, want a new thing");
    }

    /** Returns a thing that was put back; empty if there is none. Never waits. */
    public Optional<T> tryGet() {
        return Optional.ofNullable(poll());
    }

    /**
     * Puts a thing in, to be used again. The caller must not use it any more, nor put it twice.
     *
     * @param thing one that this pool made, or any other
     */
    public void put(T thing) {
        Objects.requireNonNull(thing, "put into a Pool: got null, want a thing to use again");
        World.point("puts into a pool", null);
        World.releases(this);
        things().addFirst(thing);
    }

    private @Nullable T poll() {
        World.point("takes from a pool", null);
        T used = things().pollFirst();
        World.acquires(this);
        return used;
    }

    /** Returns what holds the things; a new one where the garbage collector took it. */
    private ConcurrentLinkedDeque<T> things() {
        ConcurrentLinkedDeque<T> things = shelf.get();
        return things != null ? things : renew();
    }

    private synchronized ConcurrentLinkedDeque<T> renew() {
        ConcurrentLinkedDeque<T> things = shelf.get();
        if (things == null) {
            things = new ConcurrentLinkedDeque<>();
            shelf = new SoftReference<>(things);
        }
        return things;
    }

    /** Returns how many things lie in it, for people. */
    @Override
    public String toString() {
        return "Pool (" + things().size() + " to use again)";
    }
}
