package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.context.Contexts.assertCancelled;
import static rendezvous.context.Contexts.assertLive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;

/** Rules 92 and 96: values, and what keeps nothing else. */
class ValueRulesTest {
    private static final Context.Key<String> NAME = Context.key("name");
    private static final Context.Key<String> NAMESAKE = Context.key("name");
    private static final Context.Key<Integer> NUMBER = Context.key("number");

    private record Shard(int number) implements Context.Key<String> {}

    private enum Part implements Context.Key<Integer> {
        HEAD,
        TAIL
    }

    @Test
    void rule_92_the_value_set_nearest_above_counts_and_an_absent_key_has_none() {
        Context top = Context.background();
        Context one = Context.withValue(top, NAME, "one");
        Context both = Context.withValue(one, NUMBER, 1);
        Context two = Context.withValue(Context.withTimeout(Context.withCancel(both), Duration.ofDays(1)), NAME, "two");
        Context low = Context.withCancel(Context.withoutCancel(two));
        assertNull(top.value(NAME));
        assertEquals("one", one.value(NAME));
        assertNull(one.value(NUMBER));
        assertEquals("one", both.value(NAME));
        for (Context ctx : List.of(two, low)) {
            assertEquals("two", ctx.value(NAME));
            assertEquals(1, ctx.value(NUMBER));
            assertNull(ctx.value(NAMESAKE), "a key of the same name is another key");
            assertNull(ctx.value(Part.HEAD));
        }
        assertEquals("one", both.value(NAME), "those above do not change");
    }

    @Test
    void rule_92_keys_are_the_same_if_they_are_equal() {
        Context ctx = Context.withValue(Context.background(), new Shard(1), "one");
        ctx = Context.withValue(ctx, new Shard(2), "two");
        ctx = Context.withValue(ctx, Part.TAIL, 7);
        assertEquals("one", ctx.value(new Shard(1)));
        assertEquals("two", ctx.value(new Shard(2)));
        assertNull(ctx.value(new Shard(3)));
        assertEquals(7, ctx.value(Part.TAIL));
        assertNull(ctx.value(Part.HEAD));
    }

    @Test
    void rule_92_a_null_value_hides_the_one_above() {
        Context ctx = Context.withValue(Context.background(), NAME, "one");
        assertNull(Context.withValue(ctx, NAME, null).value(NAME));
    }

    @Test
    void rule_92_a_null_key_and_a_null_parent_are_refused() {
        NullPointerException key =
                assertThrows(NullPointerException.class, () -> Context.withValue(Context.background(), null, "v"));
        assertEquals(
                "withValue: key: got null, want one made by Context.key or of a type of your own", key.getMessage());
        NullPointerException parent =
                assertThrows(NullPointerException.class, () -> Context.withValue(null, NAME, "v"));
        assertTrue(parent.getMessage().startsWith("withValue: context: got null, want one; "), parent::getMessage);
        for (Context ctx : List.of(
                Context.background(),
                Context.withValue(Context.background(), NAME, "v"),
                Context.withCancel(Context.background()),
                Context.withoutCancel(Context.background()))) {
            NullPointerException asked = assertThrows(NullPointerException.class, () -> ctx.value(null));
            assertEquals(
                    "value: key: got null, want one made by Context.key or of a type of your own", asked.getMessage());
        }
    }

    @Test
    void rule_92_a_context_with_a_value_is_otherwise_as_its_parent() throws Exception {
        CancelContext parent = Context.withTimeout(Context.background(), Duration.ofDays(1));
        Context ctx = Context.withValue(Context.withValue(parent, NAME, "a"), NUMBER, 2);
        assertSame(parent.done(), ctx.done());
        assertEquals(parent.deadline(), ctx.deadline());
        assertLive(ctx);
        parent.cancel();
        assertCancelled(ctx);
    }

    @Test
    void rule_96_without_cancel_values_pass_and_nothing_else() {
        IllegalStateException why = new IllegalStateException("why");
        CancelCauseContext parent = Context.withCancelCause(
                Context.withTimeout(Context.withValue(Context.background(), NAME, "ann"), Duration.ofDays(1)));
        Context cut = Context.withoutCancel(parent);
        CancelContext below = Context.withCancel(cut);
        boolean[] ran = new boolean[1];
        Context.Stop stop = Context.afterFunc(cut, () -> ran[0] = true);
        assertEquals(
                1, Contexts.node(Lineage.scope(Contexts.node(parent).parent)).children());
        parent.cancel(why);
        for (Context ctx : List.of(cut, Context.withoutCancel(parent))) {
            assertEquals("ann", ctx.value(NAME));
            assertEquals(Optional.empty(), ctx.deadline());
            assertSame(Chan.<Signal>never(), ctx.done());
            assertNull(ctx.err());
            assertNull(Context.cause(ctx));
        }
        assertLive(below);
        assertEquals(Optional.empty(), below.deadline());
        assertTrue(stop.stop(), "its function has not run, and never would have");
        below.cancel();
        assertCancelled(below);
    }

    @Test
    void rule_96_a_deadline_below_it_is_ones_own() throws Exception {
        ManualWorld world = new ManualWorld();
        world.run(() -> {
            CancelContext parent = Context.withTimeout(Context.background(), Duration.ofSeconds(1));
            CancelContext below = Context.withTimeout(Context.withoutCancel(parent), Duration.ofSeconds(2));
            assertEquals(Optional.of(ManualWorld.START.plusSeconds(2)), below.deadline());
            world.advance(Duration.ofSeconds(1));
            assertLive(below);
            world.advance(Duration.ofSeconds(1));
            Contexts.assertLate(below);
        });
    }
}
