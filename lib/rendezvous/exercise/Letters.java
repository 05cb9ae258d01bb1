package rendezvous.exercise;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Letters that a learner wrote: {@code "a c"}, {@code "ac"} and {@code "a, c"} mean the same.
 *
 * @param chosen which letters, in the order in which they were written
 * @param problem what cannot be understood, as a sentence; null if all can
 */
record Letters(SequencedSet<Character> chosen, @Nullable String problem) {
    private static final int MOST_SHOWN = 40;

    /** Returns whether nothing is answered yet. */
    static boolean isOpen(@Nullable String written) {
        return written == null || written.isBlank() || written.strip().equals("?");
    }

    /** Reads what was written, in small letters. */
    static Letters of(@Nullable String written, SequencedSet<Character> known) {
        SequencedSet<Character> chosen = new LinkedHashSet<>();
        String text = written == null ? "" : written.strip();
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        String range = "the letters " + known.getFirst() + " to " + known.getLast();
        boolean capital = Character.isUpperCase(known.getFirst());
        for (char c : (capital ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT)).toCharArray()) {
            if (c == ',' || c == ';' || Character.isWhitespace(c)) {
                continue;
            }
            if (!known.contains(c)) {
                return new Letters(chosen, "“" + shown + "” has “" + c + "” in it; there are " + range + ".");
            }
            if (!chosen.add(c)) {
                return new Letters(chosen, "“" + shown + "” has “" + c + "” twice.");
            }
        }
        return new Letters(chosen, chosen.isEmpty() ? "“" + shown + "” has none of " + range + "." : null);
    }
}
