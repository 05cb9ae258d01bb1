package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import rendezvous.sync.SyncMap.Loaded;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Rules 153 to 156: the map. */
@Timeout(60)
class SyncMapRulesTest {
    private static final Loaded<Integer> NONE = new Loaded<>(null, false);

    private final SyncMap<String, Integer> map = new SyncMap<>();

    /** The same operations on a map that one thread uses. */
    private static final class Model {
        final Map<String, Integer> map = new HashMap<>();

        Loaded<Integer> load(String key) {
            return map.containsKey(key) ? new Loaded<>(map.get(key), true) : NONE;
        }

        boolean has(String key, Integer value) {
            return map.containsKey(key) && Objects.equals(map.get(key), value);
        }
    }

    @Test
    void rule_153_any_list_of_calls_gives_what_a_map_under_a_lock_gives() {
        Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            SyncMap<String, Integer> real = new SyncMap<>();
            Model model = new Model();
            for (int i = 0; i < 100; i++) {
                String key = "k" + random.nextInt(4);
                Integer a = random.nextInt(4) == 0 ? null : random.nextInt(3);
                Integer b = random.nextInt(4) == 0 ? null : Integer.valueOf(1_000 + random.nextInt(3));
                same(real, model, random.nextInt(10), key, a, b);
                Map<String, Integer> all = new HashMap<>();
                real.range((k, v) -> {
                    assertFalse(all.containsKey(k));
                    all.put(k, v);
                    return true;
                });
                assertEquals(model.map, all);
            }
        }
    }

    private static void same(SyncMap<String, Integer> real, Model model, int call, String key, Integer a, Integer b) {
        Loaded<Integer> before = model.load(key);
        switch (call) {
            case 0 -> {
                real.store(key, a);
                model.map.put(key, a);
            }
            case 1 -> {
                assertEquals(before.ok() ? before : new Loaded<>(a, false), real.loadOrStore(key, a));
                if (!before.ok()) {
                    model.map.put(key, a);
                }
            }
            case 2 -> {
                assertEquals(before, real.loadAndDelete(key));
                model.map.remove(key);
            }
            case 3 -> {
                real.delete(key);
                model.map.remove(key);
            }
            case 4 -> {
                assertEquals(before, real.swap(key, b));
                model.map.put(key, b);
            }
            case 5 -> {
                boolean swaps = model.has(key, a);
                assertEquals(swaps, real.compareAndSwap(key, a, b));
                if (swaps) {
                    model.map.put(key, b);
                }
            }
            case 6 -> {
                boolean deletes = model.has(key, b);
                assertEquals(deletes, real.compareAndDelete(key, b));
                if (deletes) {
                    model.map.remove(key);
                }
            }
            case 7 -> {
                if (key.equals("k0")) {
                    real.clear();
                    model.map.clear();
                }
            }
            default -> assertEquals(before, real.load(key));
        }
    }

    @Test
    void rule_154_what_was_there_and_whether_anything_was_is_told() {
        assertEquals(NONE, map.load("a"));
        assertEquals(NONE, map.loadAndDelete("a"));
        assertEquals(NONE, map.swap("a", 1));
        assertEquals(new Loaded<>(1, true), map.loadOrStore("a", 2));
        assertEquals(new Loaded<>(2, false), map.loadOrStore("b", 2));
        assertEquals(new Loaded<>(1, true), map.swap("a", 3));
        assertEquals(new Loaded<>(3, true), map.loadAndDelete("a"));
        assertEquals(NONE, map.load("a"));
    }

    @Test
    void rule_154_compare_and_swap_of_an_absent_key_is_false_whatever_is_expected() {
        assertFalse(map.compareAndSwap("a", null, 1));
        assertFalse(map.compareAndSwap("a", 0, 1));
        assertFalse(map.compareAndDelete("a", null));
        assertEquals(NONE, map.load("a"));
    }

    @Test
    void rule_154_differs_values_are_compared_by_equals() {
        map.store("a", new String("1000").hashCode() + 1_000_000);
        int same = new String("1000").hashCode() + 1_000_000;
        assertFalse(map.compareAndSwap("a", 0, 1));
        assertTrue(map.compareAndSwap("a", same, 1));
        assertFalse(map.compareAndDelete("a", same));
        assertTrue(map.compareAndDelete("a", 1));
    }

    @OnBothThreads
    void rule_154_of_those_who_load_or_store_one_stores_and_all_have_its_value(Setup setup) {
        int keys = 2_000;
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int me = t;
            tasks.add(setup.call(() -> {
                int stored = 0;
                for (int i = 0; i < keys; i++) {
                    stored += map.loadOrStore("k" + i, me).ok() ? 0 : 1;
                }
                return stored;
            }));
        }
        assertEquals(keys, tasks.stream().mapToInt(Task::get).sum());
    }

    @OnBothThreads
    void rule_154_swaps_that_compare_lose_nothing(Setup setup) {
        map.store("sum", 0);
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 2_000; i++) {
                    Integer now;
                    do {
                        now = map.load("sum").value();
                    } while (!map.compareAndSwap("sum", now, now + 1));
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(8_000, map.load("sum").value());
    }

    /** A key that shares its place in the table with all others of its kind. */
    private record Colliding(int number) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Test
    void rule_155_no_key_comes_twice_though_each_is_deleted_and_stored_again_when_it_comes() {
        for (int size : new int[] {1, 2, 5, 100}) {
            SyncMap<Colliding, Integer> same = new SyncMap<>();
            for (int i = 0; i < size; i++) {
                same.store(new Colliding(i), i);
            }
            Set<Colliding> came = new HashSet<>();
            same.range((key, value) -> {
                assertTrue(came.add(key), () -> key + " came twice");
                same.delete(key);
                same.store(key, value);
                return true;
            });
            assertEquals(size, came.size());
        }
    }

    @Test
    void rule_155_false_ends_it() {
        for (int i = 0; i < 10; i++) {
            map.store("k" + i, i);
        }
        int[] calls = new int[1];
        map.range((key, value) -> ++calls[0] < 3);
        assertEquals(3, calls[0]);
        assertThrows(
                IllegalStateException.class,
                () -> map.range((key, value) -> {
                    throw new IllegalStateException("no");
                }));
    }

    @Test
    void rule_155_the_code_may_use_the_map_as_it_likes_also_range_and_delete() {
        for (int i = 0; i < 5; i++) {
            map.store("k" + i, i);
        }
        int[] inner = new int[1];
        map.range((key, value) -> {
            map.range((other, ignored) -> {
                inner[0]++;
                map.load(other);
                map.loadOrStore("new", 9);
                return true;
            });
            map.delete(key);
            return true;
        });
        assertTrue(inner[0] > 5);
        map.delete("new");
        assertEquals("{}", map.toString());
    }

    @OnBothThreads
    void rule_155_what_is_there_all_the_time_comes_once_while_others_store_and_delete(Setup setup) {
        SyncMap<Integer, Integer> numbers = new SyncMap<>();
        for (int i = 0; i < 500; i++) {
            numbers.store(i, i);
        }
        AtomicBoolean over = new AtomicBoolean();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            Random random = new Random(t);
            tasks.add(setup.run(() -> {
                while (!over.get()) {
                    int key = 500 + random.nextInt(5_000); // makes the table grow
                    numbers.store(key, key);
                    numbers.delete(500 + random.nextInt(5_000));
                }
            }));
        }
        for (int i = 0; i < 30; i++) {
            Set<Integer> came = new HashSet<>();
            numbers.range((key, value) -> {
                assertTrue(came.add(key));
                assertEquals(key, value);
                return true;
            });
            assertEquals(500, came.stream().filter(key -> key < 500).count());
        }
        over.set(true);
        tasks.forEach(Task::get);
    }

    @Test
    void rule_156_clear_takes_all_away() {
        map.store("a", 1);
        map.store("b", null);
        map.clear();
        assertEquals("{}", map.toString());
        assertEquals(NONE, map.load("a"));
        assertEquals(NONE, map.load("b"));
    }

    @Test
    void rule_156_a_value_may_be_null_and_is_told_from_none() {
        map.store("a", null);
        assertEquals(new Loaded<Integer>(null, true), map.load("a"));
        assertEquals("{a=null}", map.toString());
        assertEquals(new Loaded<Integer>(null, true), map.loadOrStore("a", 1));
        assertEquals(new Loaded<Integer>(null, false), map.loadOrStore("b", null));
        map.range((key, value) -> {
            assertNull(value);
            return true;
        });
        assertTrue(map.compareAndSwap("a", null, 2));
        assertFalse(map.compareAndSwap("a", null, 3));
        assertTrue(map.compareAndSwap("a", 2, null));
        assertTrue(map.compareAndDelete("a", null));
        assertEquals(new Loaded<Integer>(null, true), map.swap("b", 1));
    }

    @Test
    void a_null_key_and_no_code_are_refused() {
        for (Executable bad : List.<Executable>of(
                () -> map.load(null),
                () -> map.store(null, 1),
                () -> map.loadOrStore(null, 1),
                () -> map.loadAndDelete(null),
                () -> map.delete(null),
                () -> map.swap(null, 1),
                () -> map.compareAndSwap(null, 1, 2),
                () -> map.compareAndDelete(null, 1))) {
            assertEquals(
                    "key of a SyncMap: got null, want what finds the value",
                    assertThrows(NullPointerException.class, bad).getMessage());
        }
        assertEquals(
                "range: code: got null, want what to call for each key",
                assertThrows(NullPointerException.class, () -> map.range(null)).getMessage());
    }
}
