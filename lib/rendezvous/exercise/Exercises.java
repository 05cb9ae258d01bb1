package rendezvous.exercise;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a learner calls from a notebook: check an answer, open a hint, see the solution, predict.
 *
 * <p>What was tried, which hints are open, is the learner's {@linkplain Questions#progress() progress}. Safe for use by many
 * threads.
 */
public final class Exercises {
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
        Exercise exercise = Catalog.find(id);
        Verdict verdict = CheckRun.check(exercise, answer);
        if (verdict.outcome() != Verdict.Outcome.NOT_SOLVED_YET) {
            Progress.tried(
                    exercise.id(),
                    verdict.passed(),
                    AnswerSource.of(exercise.call()).orElse(null));
        }
        return verdict;
    }

    /**
     * Opens the next hint of an exercise; once all are open, shows the last one again.
     *
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card hint(String id) {
        Exercise exercise = Catalog.find(id);
        return new HintCard(exercise, Progress.openHint(exercise.id(), Exercise.HINTS));
    }

    /**
     * Shows a hint of an exercise again, or opens the next one; none is open before those ahead of it.
     *
     * @param number 1 to 3
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card hint(String id, int number) {
        return HintCard.of(Catalog.find(id), number);
    }

    /**
     * Shows the solution of an exercise, with its explanation, beside the learner's last answer. While hints are closed and
     * it is not solved, it says so first.
     *
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card solution(String id) {
        return SolutionCard.of(Catalog.find(id), false);
    }

    /**
     * Shows the solution of an exercise at once.
     *
     * @param now {@code "now"}: whatever hints are closed
     * @throws IllegalArgumentException if there is no such exercise; the message names those there are
     */
    public static Card solution(String id, String now) {
        return SolutionCard.of(Catalog.find(id), now.strip().equals("now"));
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

    /** Closes all hints again, and forgets what was tried. For tests. */
    static void forget() {
        Progress.keepIn(null);
    }
}
