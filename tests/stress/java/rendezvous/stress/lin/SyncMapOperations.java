package rendezvous.stress.lin;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import rendezvous.sync.SyncMap;
import rendezvous.sync.SyncMap.Loaded;

/** What can be done with a key of a map, as numbers, 0 for no value; {@link Model} says what they must be. */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public final class SyncMapOperations {
    private final SyncMap<Integer, Integer> map = new SyncMap<>();

    private static int number(Loaded<Integer> loaded) {
        return loaded.ok() ? Objects.requireNonNull(loaded.value()) : 0;
    }

    /** Returns the value. */
    @Operation
    public int load(@Param(name = "key") int key) {
        return number(map.load(key));
    }

    /** Gives it a value. */
    @Operation
    public void store(@Param(name = "key") int key, @Param(name = "value") int value) {
        map.store(key, value);
    }

    /** Returns the value that it has now, and ten more if it had it before. */
    @Operation
    public int loadOrStore(@Param(name = "key") int key, @Param(name = "value") int value) {
        Loaded<Integer> loaded = map.loadOrStore(key, value);
        return Objects.requireNonNull(loaded.value()) + (loaded.ok() ? 10 : 0);
    }

    /** Returns the value that it had. */
    @Operation
    public int loadAndDelete(@Param(name = "key") int key) {
        return number(map.loadAndDelete(key));
    }

    /** Returns the value that it had. */
    @Operation
    public int swap(@Param(name = "key") int key, @Param(name = "value") int value) {
        return number(map.swap(key, value));
    }

    /** Returns whether it had the old value. */
    @Operation
    public boolean compareAndSwap(
            @Param(name = "key") int key, @Param(name = "value") int old, @Param(name = "value") int value) {
        return map.compareAndSwap(key, old, value);
    }

    /** Returns whether it had the value. */
    @Operation
    public boolean compareAndDelete(@Param(name = "key") int key, @Param(name = "value") int old) {
        return map.compareAndDelete(key, old);
    }

    /** What a map does if one uses it at a time. */
    public static final class Model {
        private final Map<Integer, Integer> map = new HashMap<>();

        public int load(int key) {
            return map.getOrDefault(key, 0);
        }

        public void store(int key, int value) {
            map.put(key, value);
        }

        public int loadOrStore(int key, int value) {
            Integer before = map.putIfAbsent(key, value);
            return before == null ? value : before + 10;
        }

        public int loadAndDelete(int key) {
            Integer before = map.remove(key);
            return before == null ? 0 : before;
        }

        public int swap(int key, int value) {
            Integer before = map.put(key, value);
            return before == null ? 0 : before;
        }

        public boolean compareAndSwap(int key, int old, int value) {
            return map.replace(key, old, value);
        }

        public boolean compareAndDelete(int key, int old) {
            return map.remove(key, old);
        }
    }
}
