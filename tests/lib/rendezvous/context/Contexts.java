package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;

/** What tests say of contexts. */
final class Contexts {
    private Contexts() {}

    static void assertLive(Context ctx) {
        assertNull(ctx.err(), () -> ctx + " is done");
        assertNull(Context.cause(ctx));
        assertTrue(ctx.done().tryReceive().isEmpty(), () -> "done() of " + ctx + " is closed");
    }

    static void assertCancelled(Context ctx) {
        assertCancelled(ctx, null);
    }

    static void assertCancelled(Context ctx, @Nullable Throwable cause) {
        assertDone(ctx, CancelledException.class, cause);
    }

    static void assertLate(Context ctx) {
        assertLate(ctx, null);
    }

    static void assertLate(Context ctx, @Nullable Throwable cause) {
        assertDone(ctx, DeadlineExceededException.class, cause);
    }

    private static void assertDone(Context ctx, Class<? extends ContextException> type, @Nullable Throwable cause) {
        ContextException err = ctx.err();
        assertNotNull(err, () -> ctx + " is not done");
        assertEquals(type, err.getClass());
        assertSame(cause, err.getCause());
        if (cause == null) {
            assertInstanceOf(type, Context.cause(ctx));
        } else {
            assertSame(cause, Context.cause(ctx));
        }
        assertTrue(isClosed(ctx), () -> "done() of " + ctx + " is open");
    }

    /** Returns whether the channel is closed. */
    static boolean isClosed(Context ctx) {
        return ctx.done().tryReceive().filter(received -> !received.ok()).isPresent();
    }

    static CancelNode node(Context ctx) {
        return assertInstanceOf(CancelNode.class, ctx);
    }
}
