package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What contexts say of themselves. */
class DescriptionTest {
    private static final Context.Key<Object> KEY = Context.key("key");

    private static String with(Object value) {
        return Context.withValue(Context.todo(), KEY, value).toString();
    }

    @Test
    void it_says_how_it_was_derived_from_the_top_down() {
        Context ctx = Context.withCancel(Context.background());
        assertEquals("context.background.withCancel", ctx.toString());
        ctx = Context.withoutCancel(Context.withValue(ctx, Context.key("user"), "ann"));
        assertEquals("context.background.withCancel.withValue(user, ann).withoutCancel", ctx.toString());
        assertEquals(ctx + ".withCancel", Context.withCancelCause(ctx).toString());
    }

    @Test
    void values_are_shown_if_they_are_short_and_plain() {
        assertEquals("context.todo.withValue(key, 1.5)", with(1.5));
        assertEquals("context.todo.withValue(key, true)", with(true));
        assertEquals("context.todo.withValue(key, SECONDS)", with(TimeUnit.SECONDS));
        assertEquals("context.todo.withValue(key, null)", with(null));
        assertEquals("context.todo.withValue(key, java.lang.String)", with("x".repeat(41)));
        assertEquals("context.todo.withValue(key, byte[])", with(new byte[3]));
    }

    @Test
    void a_deadline_is_shown_with_what_is_left() throws Exception {
        ManualWorld world = new ManualWorld();
        world.run(() -> {
            CancelContext ctx = Context.withTimeout(Context.background(), Duration.ofMillis(90_250));
            String deadline = "context.background.withDeadline(2030-01-01T00:01:30.250Z [";
            assertEquals(deadline + "in PT1M30.25S])", ctx.toString());
            world.advance(Duration.ofSeconds(91));
            assertEquals(deadline + "passed])", ctx.toString());
        });
    }

    @Test
    void of_a_long_chain_the_nearest_are_shown() {
        Context ctx = Context.background();
        for (int i = 0; i < 100; i++) {
            ctx = Context.withCancel(ctx);
        }
        assertEquals("context.background.(84 more)" + ".withCancel".repeat(16), ctx.toString());
    }

    @Test
    void a_foreign_one_is_shown_as_it_says_itself() {
        Context foreign = new ForeignRulesTest.Wrapper(Context.background()) {
            @Override
            public String toString() {
                return "request 7";
            }
        };
        assertEquals("request 7.withCancel", Context.withCancel(foreign).toString());
    }

    @Test
    void a_key_and_a_function_say_what_they_are() {
        assertEquals("key", KEY.toString());
        CancelContext ctx = Context.withCancel(Context.background());
        Context.Stop stop = Context.afterFunc(ctx, () -> {});
        assertEquals("context.afterFunc (waits)", stop.toString());
        stop.stop();
        assertEquals("context.afterFunc (started or stopped)", stop.toString());
    }
}
