package rendezvous.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;

/** Rules 157 to 159, kept by the JDK: there are no atomics of our own. Which call of Java's stands for which of Go's. */
@Timeout(60)
@SuppressWarnings("UnnecessaryAsync") // what one thread sees of them is the matter of some
class AtomicRulesTest {
    private static final VarHandle BITS;

    static {
        try {
            BITS = MethodHandles.lookup().findVarHandle(AtomicRulesTest.class, "bits", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int bits;

    @OnBothThreads
    void rule_157_of_two_that_store_and_then_load_the_others_at_least_one_sees_a_store(Setup setup) {
        int rounds = 20_000;
        AtomicInteger a = new AtomicInteger();
        AtomicInteger b = new AtomicInteger();
        int[] seenByA = new int[rounds];
        int[] seenByB = new int[rounds];
        SpinBarrier barrier = new SpinBarrier(2);
        Task<Boolean> first = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                a.set(i + 1);
                seenByA[i] = b.get();
                barrier.await();
            }
        });
        Task<Boolean> second = setup.run(() -> {
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                b.set(i + 1);
                seenByB[i] = a.get();
                barrier.await();
            }
        });
        first.get();
        second.get();
        for (int i = 0; i < rounds; i++) {
            assertTrue(seenByA[i] == i + 1 || seenByB[i] == i + 1, "both saw what was before, in round " + i);
        }
    }

    @OnBothThreads
    void rule_157_no_update_is_lost(Setup setup) {
        AtomicLong sum = new AtomicLong();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            tasks.add(setup.run(() -> {
                for (int i = 0; i < 10_000; i++) {
                    sum.addAndGet(3);
                }
            }));
        }
        tasks.forEach(Task::get);
        assertEquals(120_000, sum.get());
    }

    @Test
    void rule_158_gos_add_is_addAndGet_and_gos_swap_is_getAndSet() {
        AtomicInteger number = new AtomicInteger(40);
        assertEquals(42, number.addAndGet(2), "the new one");
        assertEquals(42, number.getAndAdd(1), "the old one, which Go does not offer");
        assertEquals(43, number.getAndSet(5), "the old one");
        assertEquals(Integer.MIN_VALUE, new AtomicInteger(Integer.MAX_VALUE).addAndGet(1), "it wraps around");
        assertFalse(number.compareAndSet(4, 6));
        assertTrue(number.compareAndSet(5, 6));
    }

    @Test
    void rule_158_gos_and_and_or_are_those_of_a_var_handle_and_return_the_old_one() {
        bits = 0b1110;
        assertEquals(0b1110, (int) BITS.getAndBitwiseAnd(this, 0b0111));
        assertEquals(0b0110, bits);
        assertEquals(0b0110, (int) BITS.getAndBitwiseOr(this, 0b0001));
        assertEquals(0b0111, bits);
        AtomicInteger number = new AtomicInteger(0b1110);
        assertEquals(0b1110, number.getAndAccumulate(0b0111, (now, mask) -> now & mask));
        assertEquals(0b0110, number.get());
    }

    @Test
    void rule_159_a_value_is_null_before_the_first_store() {
        AtomicReference<String> value = new AtomicReference<>();
        assertNull(value.get());
        value.set("a");
        assertEquals("a", value.getAndSet("b"));
        assertEquals("b", value.get());
    }

    @Test
    void rule_159_differs_null_may_be_stored_and_the_compiler_keeps_the_type() {
        AtomicReference<Object> value = new AtomicReference<>("a");
        value.set(null); // panics in Go
        assertNull(value.get());
        value.set(1); // panics in Go after a string; here the type parameter says what may come
        assertEquals(1, value.get());
    }

    @Test
    void rule_159_differs_compareAndSet_knows_identity_only() {
        String stored = new String("a");
        AtomicReference<String> value = new AtomicReference<>(stored);
        assertFalse(value.compareAndSet(new String("a"), "b"), "swaps in Go, where strings compare by content");
        assertSame(stored, value.get());
        assertTrue(value.compareAndSet(stored, "b"));
    }
}
