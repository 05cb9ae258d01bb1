package rendezvous.exercise;

import java.util.List;
import rendezvous.exercise.Progress.Standing;

/** The solutions of an exercise and why they work, after the hints. */
final class SolutionCard {
    private SolutionCard() {}

    /**
     * Shows the solutions once the exercise is solved or all hints are open; before that, what is left to try.
     *
     * @param now whether to show them all the same
     */
    static Card of(Exercise exercise, boolean now) {
        String id = exercise.id();
        Standing record = Progress.of(id);
        String title = exercise.heading() + " · solution";
        int closed = Exercise.HINTS - record.hints();
        if (!now && !record.isSolved() && closed > 0) {
            return new Sheet(Sheet.Mark.NONE, id, title)
                    .say("You have opened " + record.hints() + " of " + Exercise.HINTS + " hints: `hint(\"" + id
                            + "\")` opens the next, which may be all you need.")
                    .aside("To see the solution all the same: `solution(\"" + id + "\", \"now\")`.");
        }
        Progress.shown(id);
        List<String> sources = exercise.solutions();
        Sheet sheet = new Sheet(Sheet.Mark.NONE, id, title);
        if (record.answer().isBlank()) {
            sheet.code(sources.getFirst());
        } else {
            String yours = record.isSolved() ? "Your last answer" : "Your last answer, not solved yet";
            sheet.beside(yours, record.answer(), "A solution", sources.getFirst());
        }
        sheet.markup(exercise.explanation());
        sources.stream().skip(1).forEach(source -> sheet.say("Another way:").code(source));
        return sheet;
    }
}
