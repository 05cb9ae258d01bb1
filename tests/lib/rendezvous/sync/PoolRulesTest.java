package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.testing.ChildJvm;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

/** Rules 150 to 152: the pool. */
@Timeout(60)
class PoolRulesTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void rule_150_get_returns_what_was_put_else_a_new_one() {
        Pool<Object> pool = new Pool<>(() -> {
            made.incrementAndGet();
            return new Object();
        });
        Object first = pool.get();
        Object second = pool.get();
        assertNotSame(first, second);
        assertEquals(2, made.get());
        pool.put(first);
        pool.put(second);
        assertEquals("Pool (2 to use again)", pool.toString());
        Set<Object> again = Collections.newSetFromMap(new IdentityHashMap<>());
        again.add(pool.get());
        again.add(pool.get());
        assertTrue(again.contains(first) && again.contains(second));
        assertEquals(2, made.get());
        pool.get();
        assertEquals(3, made.get());
    }

    @Test
    void rule_150_what_another_made_may_be_put() {
        Pool<String> pool = new Pool<>(() -> "made");
        String other = new String("other");
        pool.put(other);
        assertSame(other, pool.get());
        assertEquals("made", pool.get());
    }

    @Test
    void rule_150_differs_without_a_maker_there_is_tryGet_and_it_is_empty() {
        Pool<String> pool = new Pool<>(() -> {
            made.incrementAndGet();
            return "made";
        });
        assertEquals(Optional.empty(), pool.tryGet());
        pool.put("put");
        assertEquals(Optional.of("put"), pool.tryGet());
        assertEquals(Optional.empty(), pool.tryGet());
        assertEquals(0, made.get());
    }

    @Test
    void rule_150_what_the_maker_throws_reaches_the_caller_and_the_pool_is_as_it_was() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Pool<String> pool = new Pool<>(() -> {
            if (fails.get()) {
                throw new IllegalStateException("no");
            }
            return "made";
        });
        assertThrows(IllegalStateException.class, pool::get);
        fails.set(false);
        assertEquals("made", pool.get());
    }

    @Test
    void rule_150_a_maker_may_use_its_pool() {
        List<Pool<String>> self = new ArrayList<>();
        self.add(new Pool<>(() -> self.getFirst().tryGet().orElse("made")));
        assertEquals("made", self.getFirst().get());
    }

    @Test
    void rule_151_differs_things_outlive_collections_while_there_is_memory() {
        Pool<Object> pool = new Pool<>(Object::new);
        Object thing = pool.get();
        int hash = System.identityHashCode(thing);
        pool.put(thing);
        thing = null;
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        assertEquals(hash, System.identityHashCode(pool.tryGet().orElseThrow()));
    }

    @Test
    void rule_151_differs_things_are_dropped_when_memory_gets_scarce() throws Exception {
        assertEquals("dropped, and usable", ChildJvm.run(Scarce.class, "-Xmx64m"));
    }

    /** Has less memory than it would take to keep what lies in the pool. */
    static final class Scarce {
        public static void main(String[] args) {
            Pool<byte[]> pool = new Pool<>(() -> new byte[1 << 20]);
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(pool.get());
            }
            all.forEach(pool::put);
            all.clear();
            List<byte[]> mine = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                mine.add(new byte[1 << 20]); // more than fits beside the pool's
            }
            boolean dropped = pool.tryGet().isEmpty() && mine.size() == 40;
            pool.put(mine.getFirst());
            assertSame(mine.getFirst(), pool.get());
            System.out.println((dropped ? "dropped" : "kept") + ", and usable");
        }
    }

    @OnBothThreads
    void rule_152_no_thing_is_with_two_at_a_time(Setup setup) throws InterruptedException {
        final class Thing {
            final AtomicBoolean taken = new AtomicBoolean();
            int plain;
        }
        Pool<Thing> pool = new Pool<>(Thing::new);
        int threads = 4;
        int rounds = 20_000;
        SpinBarrier barrier = new SpinBarrier(threads);
        List<Task<Integer>> tasks = new ArrayList<>();
        Set<Thing> all = Collections.newSetFromMap(new java.util.concurrent.ConcurrentHashMap<>());
        for (int t = 0; t < threads; t++) {
            tasks.add(setup.call(() -> {
                barrier.await();
                for (int i = 0; i < rounds; i++) {
                    Thing thing = pool.get();
                    assertTrue(thing.taken.compareAndSet(false, true), "with me alone");
                    all.add(thing);
                    thing.plain++;
                    thing.taken.set(false);
                    pool.put(thing);
                }
                return rounds;
            }));
        }
        int uses = tasks.stream().mapToInt(Task::get).sum();
        assertEquals(uses, all.stream().mapToInt(thing -> thing.plain).sum(), "what was done to a thing is seen");
        assertTrue(all.size() <= threads, () -> all.size() + " were made for " + threads + " at a time");
    }

    @Test
    void null_is_refused() {
        assertEquals(
                "maker for a Pool: got null, want what makes a thing",
                assertThrows(NullPointerException.class, () -> new Pool<>(null)).getMessage());
        Pool<String> pool = new Pool<>(() -> null);
        assertEquals(
                "put into a Pool: got null, want a thing to use again",
                assertThrows(NullPointerException.class, () -> pool.put(null)).getMessage());
        assertEquals(
                "thing for a Pool: its maker gave null, want a new thing",
                assertThrows(NullPointerException.class, pool::get).getMessage());
    }
}
