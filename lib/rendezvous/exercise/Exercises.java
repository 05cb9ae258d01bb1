package rendezvous.exercise;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a learner calls from a notebook: check an answer, open a hint, see the solution, predict.
 *
 * <p>What is remembered, which hints are open, is remembered until the kernel ends. Safe for use by many threads.
 */
public final class Exercises {
    private static final Map<String, Integer> OPENED = new ConcurrentHashMap<>();

    private Exercises() {}

    /**
     * Checks an answer in the laboratory, under many schedules and on a clock of its own. It reports and does not throw,
     * whatever the answer does; it ends within seconds. The same answer gets the same verdict. Checks that are called at
     * the same time run one after the other.
     *
     * @param id the exercise, such as {@code "05.1"}
     * @param answer makes the answer anew, for each check; a constructor such as {@code MyKitchen::new}
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Verdict check(String id, @Nullable Supplier<? extends @Nullable Object> answer) {
        return CheckRun.check(Catalog.find(id), answer);
    }

    /**
     * Opens the next hint of an exercise; once all are open, shows the last one again.
     *
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card hint(String id) {
        Exercise exercise = Catalog.find(id);
        int number = OPENED.merge(exercise.id(), 1, (n, one) -> Math.min(n + one, Exercise.HINTS));
        return new HintCard(exercise, number);
    }

    /**
     * Shows the solution of an exercise, with its explanation. It is there for who wants it: no hint need be open.
     *
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card solution(String id) {
        Exercise exercise = Catalog.find(id);
        return new SolutionCard(exercise, OPENED.getOrDefault(exercise.id(), 0), exercise.solutions());
    }

    /**
     * Takes down what the learner expects, before the run.
     *
     * @param answer a letter, {@code a} for the first choice; {@code "?"} until the learner has one
     * @param choices what may happen
     */
    public static Prediction predict(String answer, String... choices) {
        return new Prediction(answer, List.of(choices));
    }

    /**
     * Stands where the learner's code is to be written: never returns.
     *
     * @param what what is to be done
     * @throws NotSolvedYetException always; a check then says, politely, that the exercise is not solved yet
     */
    @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"}) // it stands in for a value of any type
    public static <T> T todo(String what) {
        throw new NotSolvedYetException(what);
    }

    /** Closes all hints again. For tests. */
    static void forget() {
        OPENED.clear();
    }
}
