package rendezvous.sync;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/**
 * A map that many use at the same time: Go's {@code sync.Map}.
 *
 * {@snippet :
 * SyncMap<String, Integer> stock = new SyncMap<>();
 * stock.store("pear", 3);
 * println(stock.load("pear"));                          // Output: Loaded[value=3, ok=true]
 * println(stock.load("plum").ok());                     // Output: false
 * println(stock.loadOrStore("pear", 9).value());        // Output: 3
 * println(stock.compareAndSwap("pear", 3, 2));          // Output: true
 * println(stock.compareAndSwap("pear", 3, 1));          // Output: false
 * println(stock.swap("pear", 0).value());               // Output: 2
 * }
 *
 * <p>Each operation on a key happens as if at one moment. Values may be null: {@link Loaded#ok} says whether there is one.
 * {@link #range} goes through all while others go on:
 *
 * {@snippet :
 * SyncMap<String, Integer> stock = new SyncMap<>();
 * stock.store("pear", 0);
 * stock.store("plum", 7);
 * stock.range((fruit, count) -> {
 *     if (count == 0) {
 *         stock.delete(fruit);
 *     }
 *     return true;                                      // go on
 * });
 * println(stock);                                       // Output: {plum=7}
 * }
 *
 * <p>It is made of a {@link ConcurrentHashMap}, which Java programs that have no need of Go's names, or of null, use as it
 * is: it does more.
 *
 * <p><b>Memory consistency effects:</b> what happened before a value was stored happens before what follows an operation
 * that finds it.
 *
 * <p><b>Differs from Go:</b> values and keys are compared by {@code equals}; there by {@code ==}, and what cannot be
 * compared panics. Null is no key. Two results are one, {@link Loaded}.
 *
 * <p>Safe for use by many threads, virtual or platform.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class SyncMap<K, V extends @Nullable Object> {
    private final ConcurrentHashMap<K, Object> map = new ConcurrentHashMap<>();

    /** Creates an empty map. */
    public SyncMap() {}

    /**
     * What an operation found.
     *
     * @param value the value; null if there was none, and where that is the value
     * @param ok whether there was one
     * @param <V> the value's type
     */
    public record Loaded<V extends @Nullable Object>(
            @Nullable V value, boolean ok) {}

    /** Returns the key's value, if it has one: Go's {@code Load}. */
    public Loaded<V> load(K key) {
        return loaded(map.get(use(key)));
    }

    /** Gives the key a value: Go's {@code Store}. */
    public void store(K key, V value) {
        map.put(use(key), in(value));
    }

    /**
     * Returns the key's value if it has one, else gives it this one and returns that: Go's {@code LoadOrStore}.
     *
     * @return the value that the key has now; {@code ok} says whether it had it before
     */
    public Loaded<V> loadOrStore(K key, V value) {
        Object before = map.putIfAbsent(use(key), in(value));
        return before == null ? new Loaded<>(value, false) : loaded(before);
    }

    /** Takes the key's value away, and returns it: Go's {@code LoadAndDelete}. */
    public Loaded<V> loadAndDelete(K key) {
        return loaded(map.remove(use(key)));
    }

    /** Takes the key's value away, if it has one: Go's {@code Delete}. */
    public void delete(K key) {
        map.remove(use(key));
    }

    /** Gives the key a value, and returns the one before: Go's {@code Swap}. */
    public Loaded<V> swap(K key, V value) {
        return loaded(map.put(use(key), in(value)));
    }

    /**
     * Gives the key a value if it has one that equals the old one: Go's {@code CompareAndSwap}.
     *
     * @return whether it did; false if the key has no value, also if the old one is null
     */
    public boolean compareAndSwap(K key, V old, V value) {
        return map.replace(use(key), in(old), in(value));
    }

    /**
     * Takes the key's value away if it equals the old one: Go's {@code CompareAndDelete}.
     *
     * @return whether it did; false if the key has no value, also if the old one is null
     */
    public boolean compareAndDelete(K key, V old) {
        return map.remove(use(key), in(old));
    }

    /**
     * Calls the code for the keys and their values, as long as it returns true: Go's {@code Range}.
     *
     * <p>No key comes twice. What is stored and deleted meanwhile may come or not; what comes is not how the map was at one
     * moment. The code runs under no lock, and may use the map as it likes. It takes memory for the keys that came.
     *
     * @param code given a key and its value; returns whether to go on
     */
    public void range(BiPredicate<? super K, ? super V> code) {
        Objects.requireNonNull(code, "range: code: got null, want what to call for each key");
        use();
        Set<K> came = new HashSet<>(); // a key that is deleted and stored again would come again, perhaps for ever
        for (Map.Entry<K, Object> entry : map.entrySet()) {
            if (came.add(entry.getKey()) && !code.test(entry.getKey(), out(entry.getValue()))) {
                return;
            }
        }
    }

    /** Takes all values away: Go's {@code Clear}. */
    public void clear() {
        use();
        map.clear();
    }

    private K use(K key) {
        Objects.requireNonNull(key, "key of a SyncMap: got null, want what finds the value");
        use();
        return key;
    }

    /** Comes to an operation: what others did before theirs happens before what follows this. */
    private void use() {
        World.point("uses a map", null);
        World.acquires(this);
        World.releases(this);
    }

    private static Object in(@Nullable Object value) {
        return value == null ? Null.NULL : value;
    }

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // only a V is ever stored
    private static <V extends @Nullable Object> V out(Object value) {
        return value == Null.NULL ? null : (V) value;
    }

    private static <V extends @Nullable Object> Loaded<V> loaded(@Nullable Object value) {
        return value == null ? new Loaded<>(null, false) : new Loaded<>(SyncMap.<V>out(value), true);
    }

    /** Returns keys and values, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        range((key, value) -> {
            text.append(text.length() == 1 ? "" : ", ").append(key).append('=').append(value);
            return true;
        });
        return text.append('}').toString();
    }

    /** Stands for null among the values. */
    private enum Null {
        NULL
    }
}
