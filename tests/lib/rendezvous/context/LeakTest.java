package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rendezvous.context.Contexts.node;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.testing.Until;

/** A context holds those above it, and below it only those that live. */
@SuppressWarnings("ReachabilityFenceUsage") // where an exception skips a fence the test has failed anyway
class LeakTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final Context.Key<Object> KEY = Context.key("payload");

    /** Derives a context of some kind that somebody watches. */
    interface Derive extends Function<Context, CancelContext> {}

    static Stream<Derive> derivations() {
        return Stream.of(Context::withCancel, parent -> Context.withTimeout(parent, LONG), parent -> {
            CancelContext ctx = Context.withTimeout(parent, LONG);
            Context low = Context.withCancel(Context.withValue(ctx, KEY, new byte[100]));
            Context.afterFunc(low, () -> assertEquals(null, parent.value(KEY)));
            Context.afterFunc(ctx, () -> {}).stop();
            ctx.done();
            low.done();
            return ctx;
        });
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void a_cancelled_child_can_be_collected_while_the_parent_lives(Derive derive) {
        CancelContext parent = Context.withCancel(Context.background());
        List<WeakReference<?>> weak = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            weak.add(cancelled(derive, parent));
        }
        assertCollected(weak);
        Reference.reachabilityFence(parent);
    }

    private static WeakReference<?> cancelled(Derive derive, Context parent) {
        CancelContext child = derive.apply(parent);
        child.cancel();
        return new WeakReference<>(child);
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void a_child_whose_parent_was_cancelled_can_be_collected_while_parent_and_siblings_are_held(Derive derive) {
        CancelContext parent = Context.withCancel(Context.background());
        CancelContext before = derive.apply(parent);
        WeakReference<?> weak = new WeakReference<>(derive.apply(parent));
        CancelContext after = derive.apply(parent);
        parent.cancel();
        assertCollected(List.of(weak));
        for (Object held : List.of(parent, before, after)) {
            Reference.reachabilityFence(held);
        }
    }

    @Test
    void a_cancelled_context_with_a_deadline_is_not_held_by_the_clock() {
        List<WeakReference<?>> weak = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            weak.add(cancelled(parent -> Context.withTimeout(parent, LONG), Context.background()));
        }
        assertCollected(weak);
    }

    @Test
    void one_that_came_to_its_deadline_is_not_held_either() throws Exception {
        ManualWorld world = new ManualWorld();
        List<WeakReference<?>> weak = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            weak.add(new WeakReference<>(
                    world.call(() -> Context.withTimeout(Context.background(), Duration.ofSeconds(1)))));
        }
        world.advance(Duration.ofSeconds(1));
        assertCollected(weak);
        Reference.reachabilityFence(world);
    }

    @Test
    void nobody_holds_a_context_that_cannot_end_by_itself() {
        assertCollected(List.of(
                new WeakReference<>(Context.withCancel(Context.background())),
                new WeakReference<>(Context.withCancel(Context.withCancel(Context.background()))),
                new WeakReference<>(Context.withValue(Context.withCancel(Context.background()), KEY, "v"))));
    }

    @Test
    void a_function_that_was_called_off_or_has_run_can_be_collected_while_all_else_is_held() throws Exception {
        CancelContext lives = Context.withCancel(Context.background());
        CancelContext done = Context.withCancel(Context.background());
        List<WeakReference<?>> weak = new ArrayList<>();
        List<Context.Stop> stops = new ArrayList<>();
        Chan<Integer> ran = Chan.make(1);
        stops.add(holding(lives, weak, ran));
        stops.getFirst().stop();
        stops.add(holding(done, weak, ran));
        done.cancel();
        ran.receive();
        assertCollected(weak);
        for (Object held : List.of(lives, done, stops)) {
            Reference.reachabilityFence(held);
        }
    }

    private static Context.Stop holding(Context ctx, List<WeakReference<?>> weak, Chan<Integer> ran) {
        byte[] payload = new byte[100];
        weak.add(new WeakReference<>(payload));
        return Context.afterFunc(ctx, () -> ran.send(payload.length));
    }

    @Test
    void the_handle_of_a_function_does_not_hold_a_context_that_is_done() {
        List<WeakReference<?>> weak = new ArrayList<>();
        Context.Stop stop = onDone(weak);
        assertCollected(weak);
        Reference.reachabilityFence(stop);
    }

    private static Context.Stop onDone(List<WeakReference<?>> weak) {
        CancelContext ctx = Context.withCancel(Context.background());
        weak.add(new WeakReference<>(ctx));
        Context.Stop stop = Context.afterFunc(ctx, () -> {});
        ctx.cancel();
        return stop;
    }

    @Test
    void many_children_that_come_and_go_leave_nothing_with_the_parent() {
        CancelContext parent = Context.withTimeout(Context.background(), LONG);
        for (int i = 0; i < 300_000; i++) {
            try (CancelContext child = Context.withCancel(parent)) {
                Context.afterFunc(child, () -> {}).stop();
            }
        }
        assertEquals(0, node(parent).children());
        parent.cancel();
    }

    private static void assertCollected(List<WeakReference<?>> weak) {
        Until.holds("nothing holds what is over", () -> {
            System.gc();
            return weak.stream().allMatch(reference -> reference.refersTo(null));
        });
    }
}
