package rendezvous.exercise;

import java.util.Optional;
import java.util.function.Function;

/** Where the text of a learner's answer can be had; a notebook's kernel knows it. */
public final class AnswerSource {
    private static volatile Function<String, Optional<String>> finder = name -> Optional.empty();

    private AnswerSource() {}

    /**
     * Sets who is asked.
     *
     * @param source gives the text of the type that the learner declared under a name; empty if there is none
     */
    public static void from(Function<String, Optional<String>> source) {
        finder = source;
    }

    /** Returns the text of the answer that a call such as {@code MyKitchen::new} makes; empty where nobody knows. */
    static Optional<String> of(String call) {
        int end = call.indexOf("::");
        return end < 0 ? Optional.empty() : finder.apply(call.substring(0, end).strip());
    }
}
