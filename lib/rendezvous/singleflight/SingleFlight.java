package rendezvous.singleflight;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/**
 * Lets those who ask for the same at the same time share one call: Go's {@code singleflight.Group}.
 *
 * {@snippet :
 * SingleFlight<String, Integer, IOException> flights = new SingleFlight<>();
 * int length = flights.run("/home", () -> "a page, loaded with some effort".length());
 * println(length);                                     // Output: 31
 * }
 *
 * <p>The first who asks for a key makes the call, in its own thread; who asks for the same key before that has ended waits
 * and gets the same value, or the same exception. When it has ended the key is forgotten: this is no cache. With
 * {@link #runChan} nobody waits; the result comes on a channel.
 *
 * {@snippet :
 * Chan<Signal> gate = Chan.make();
 * SingleFlight<String, String, IOException> flights = new SingleFlight<>();
 * var first = flights.runChan("/home", () -> {
 *     gate.await();
 *     return "a page";
 * });
 * var second = flights.runChan("/home", () -> "never called");
 * gate.close();
 * println(first.receive());                            // Output: Result[value=a page, error=null, shared=true]
 * println(second.receive().get());                     // Output: a page
 * }
 *
 * <p>Where the call takes long, let it be short of patience by itself, with a context of its own: a deadline of the first
 * who asks would be everybody's.
 *
 * <p><b>What ends a call.</b> A value, which may be null, or an exception: all who share the call get the same. If the
 * thread that makes the call is interrupted, that is not what befell the others: they get a
 * {@link CancellationException}.
 *
 * <p><b>Memory consistency effects:</b> what happened in the call happens before the return of each
 * {@link #run} that shares it, and before its result is received.
 *
 * <p><b>Differs from Go:</b> an error is thrown, and the compiler knows of which type it is. {@link #run} does not say
 * whether the result was shared; {@link Result} does. A panic that somebody waits for with a channel ends the program
 * there; here it comes in the result, and is told where panics are as well if the call had a goroutine of its own. A call
 * that asks for its own key waits for itself there; here, where the same thread does so, it throws
 * {@link IllegalStateException}. Waiting ends with an exception when its thread is interrupted.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * @param <K> what tells calls apart, by {@code equals}
 * @param <V> what they give
 * @param <X> what they may throw
 */
public final class SingleFlight<K, V extends @Nullable Object, X extends Exception> {
    private final ConcurrentHashMap<K, Flight<V, X>> flights = new ConcurrentHashMap<>();

    /** Creates one in which nobody has asked for anything. */
    public SingleFlight() {}

    /**
     * What gives the value for a key.
     *
     * @param <V> of this type
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Call<V extends @Nullable Object, X extends Exception> {
        /**
         * Gives the value. It may wait as long as it likes.
         *
         * @throws X if there is none
         * @throws InterruptedException if its thread is interrupted where it waits
         */
        V call() throws X, InterruptedException;
    }

    /**
     * What came of a call.
     *
     * @param value what it gave; null if it threw, and where that is the value
     * @param error what it threw; null if it gave a value
     * @param shared whether others got the same
     * @param <V> the value's type
     * @param <X> what calls may throw
     */
    public record Result<V extends @Nullable Object, X extends Exception>(
            @Nullable V value, @Nullable Throwable error, boolean shared) {
        /**
         * Returns the value.
         *
         * @throws X what the call threw
         */
        @SuppressWarnings({"unchecked", "NullAway"}) // X is all it can throw; null only if V allows it
        public V get() throws X {
            return switch (error) {
                case null -> value;
                case RuntimeException unchecked -> throw unchecked;
                case Error serious -> throw serious;
                default -> throw (X) error;
            };
        }
    }

    /**
     * Returns what the call gives, or what one gives that was made for an equal key and has not ended: waits for that then.
     *
     * @param key for what
     * @param call what to call if nobody has; it is called by this thread
     * @throws X what the call threw, whoever made it
     * @throws InterruptedException if the thread is interrupted while it waits, or if the call throws that
     * @throws CancellationException if another's call was shared and that thread was interrupted
     * @throws IllegalStateException if a call asks for its own key
     */
    public V run(K key, Call<? extends V, ? extends X> call) throws X, InterruptedException {
        check(key, call);
        World.point("asks for a shared call", null);
        Flight<V, X> mine = new Flight<>(key, null);
        for (Flight<V, X> other = begin(key, mine); other != null; other = begin(key, mine)) {
            Result<V, X> shared = other.join();
            if (shared != null) {
                return shared.get();
            }
            flights.remove(key, other); // it is over, and whoever made it has not come to this yet
        }
        return fly(key, mine, call);
    }

    /**
     * Returns a channel with room for one, on which the result comes: of the call, made in a goroutine of its own, or of one
     * that was made for an equal key and has not ended. The channel is never closed. Never waits.
     *
     * @param key for what
     * @param call what to call if nobody has
     */
    public ReceiveChan<Result<V, X>> runChan(K key, Call<? extends V, ? extends X> call) {
        check(key, call);
        World.point("asks for a shared call", null);
        Chan<Result<V, X>> results = Chan.make(1);
        Flight<V, X> mine = new Flight<>(key, results);
        for (Flight<V, X> other = begin(key, mine); other != null; other = begin(key, mine)) {
            if (other.send(results)) {
                return results;
            }
            flights.remove(key, other);
        }
        try {
            Goroutine.start(null, World.current(), () -> flyAlone(key, mine, call));
        } catch (Throwable t) {
            end(key, mine, null, t); // somebody may have joined
            throw t;
        }
        return results;
    }

    /**
     * Forgets the key: who asks for it from now on makes a new call, though one may not have ended. Those who wait for that
     * get its result.
     */
    public void forget(K key) {
        flights.remove(checkKey(key));
    }

    /** Enters the flight if there is none for its key; returns the one there is. */
    private @Nullable Flight<V, X> begin(K key, Flight<V, X> mine) {
        return flights.putIfAbsent(key, mine);
    }

    private V fly(K key, Flight<V, X> mine, Call<? extends V, ? extends X> call) throws X, InterruptedException {
        mine.begins();
        V value;
        try {
            value = call.call();
        } catch (InterruptedException e) {
            CancellationException told = new CancellationException(
                    "shared call was interrupted: got an interrupt of the thread that made it for " + key
                            + ", want none; ask again");
            told.initCause(e);
            end(key, mine, null, told);
            throw e;
        } catch (Throwable t) {
            end(key, mine, null, t);
            throw t;
        }
        end(key, mine, value, null);
        return value;
    }

    /** Makes the call in a goroutine of its own: what is an error in Go is told by the result alone. */
    private void flyAlone(K key, Flight<V, X> mine, Call<? extends V, ? extends X> call) throws InterruptedException {
        try {
            fly(key, mine, call);
        } catch (InterruptedException | RuntimeException panic) {
            throw panic;
        } catch (Exception e) {
            return; // whoever waits has it
        }
    }

    private void end(K key, Flight<V, X> mine, @Nullable V value, @Nullable Throwable error) {
        try {
            flights.remove(key, mine); // a new one, made after forget, stays
        } finally {
            mine.end(value, error);
        }
    }

    private void check(K key, Call<? extends V, ? extends X> call) {
        checkKey(key);
        Objects.requireNonNull(call, "call: got null, want what gives the value");
    }

    private K checkKey(K key) {
        return Objects.requireNonNull(key, "key of a call: got null, want what tells it from others");
    }

    /** Returns how many wait for the call of the key. */
    int waiting(K key) {
        Flight<V, X> flight = flights.get(key);
        return flight == null ? 0 : flight.waiting();
    }

    /** Returns how many calls are shared now, for people. */
    @Override
    public String toString() {
        return "SingleFlight (" + flights.size() + " under way)";
    }
}
