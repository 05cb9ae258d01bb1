package rendezvous.context;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A context in words: what it was derived from, and how, from the top down. */
final class Description {
    /** How many of the nearest are named; a loop that derives by mistake makes very many. */
    private static final int SHOWN = 16;

    private static final int LONGEST = 40;

    private Description() {}

    static String of(Context ctx) {
        ArrayDeque<String> shown = new ArrayDeque<>();
        int left = 0;
        Context at = ctx;
        for (Context above = above(at); above != null; above = above(at)) {
            if (shown.size() < SHOWN) {
                shown.push(step(at));
            } else {
                left++;
            }
            at = above;
        }
        return at + (left == 0 ? "" : ".(" + left + " more)") + String.join("", shown);
    }

    private static @Nullable Context above(Context ctx) {
        return switch (ctx) {
            case CancelNode node -> node.parent;
            case ValueContext value -> value.parent;
            case DetachedContext detached -> detached.parent;
            default -> null;
        };
    }

    private static String step(Context ctx) {
        return switch (ctx) {
            case CancelNode node -> step(node.expiry());
            case ValueContext value -> ".withValue(" + value.key + ", " + text(value.value) + ")";
            default -> ".withoutCancel";
        };
    }

    private static String step(@Nullable Expiry expiry) {
        if (expiry == null) {
            return ".withCancel";
        }
        long left = expiry.left();
        return ".withDeadline(" + expiry.instant
                + (left <= 0 ? " [passed])" : " [in " + Duration.ofNanos(left).truncatedTo(ChronoUnit.MILLIS) + "])");
    }

    /** Returns short and simple values in full, of others only the type: a text may be long, and run who knows what. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text when text.length() <= LONGEST -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Enum<?> constant -> constant.name();
            default -> value.getClass().getTypeName();
        };
    }
}
