package rendezvous.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is null where it may not be is refused, by a message that says what was wanted. */
class BadInputTest {
    private static final Context TOP = Context.background();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_null_context_is_refused_by_everything_that_takes_one() {
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("withCancel", () -> Context.withCancel(null));
        calls.put("withCancelCause", () -> Context.withCancelCause(null));
        calls.put("withDeadline", () -> Context.withDeadline(null, Instant.MAX));
        calls.put("withDeadlineCause", () -> Context.withDeadlineCause(null, Instant.MAX, null));
        calls.put("withTimeout", () -> Context.withTimeout(null, SECOND));
        calls.put("withTimeoutCause", () -> Context.withTimeoutCause(null, SECOND, null));
        calls.put("withValue", () -> Context.withValue(null, Context.key("k"), 1));
        calls.put("withoutCancel", () -> Context.withoutCancel(null));
        calls.put("cause", () -> Context.cause(null));
        calls.put("afterFunc", () -> Context.afterFunc(null, () -> {}));
        calls.put("call", () -> Context.call(null, () -> 1));
        calls.forEach((function, call) -> assertRefused(
                function + ": context: got null, want one; where there is none yet, use Context.todo(),"
                        + " at the top Context.background()",
                call));
    }

    @Test
    void every_other_null_is_refused_by_what_it_is() {
        String deadline = ": deadline: got null, want when work must have ended";
        assertRefused("withDeadline" + deadline, () -> Context.withDeadline(TOP, null));
        assertRefused("withDeadlineCause" + deadline, () -> Context.withDeadlineCause(TOP, null, null));
        String timeout = ": timeout: got null, want how long work may take";
        assertRefused("withTimeout" + timeout, () -> Context.withTimeout(TOP, null));
        assertRefused("withTimeoutCause" + timeout, () -> Context.withTimeoutCause(TOP, null, null));
        assertRefused("key: name: got null, want what people call it", () -> Context.key(null));
        assertRefused(
                "afterFunc: code: got null, want what to run when the context is done",
                () -> Context.afterFunc(TOP, null));
        assertRefused("call: code: got null, want what to run", () -> Context.call(TOP, null));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
    }
}
