package rendezvous.exercise;

import rendezvous.exercise.Progress.Standing;

/** A hint that was opened. */
record HintCard(Exercise exercise, int number) implements Card {
    /** Shows a hint that is open, or opens the next one; says which that is if it is neither. */
    static Card of(Exercise exercise, int number) {
        Standing record = Progress.of(exercise.id());
        int open = record.hints();
        String id = exercise.id();
        String title = exercise.heading() + " · hints";
        if (number < 1 || number > Exercise.HINTS) {
            return new Sheet(Sheet.Mark.NONE, id, title)
                    .say("There are hints 1 to " + Exercise.HINTS + ", and no hint " + number + ". Open so far: " + open
                            + ".");
        }
        if (number > open + 1) {
            return new Sheet(Sheet.Mark.NONE, id, title)
                    .say("Hint " + number + " opens after hint " + (number - 1) + ". Open so far: " + open
                            + ". The next one: `hint(\"" + id + "\")`.");
        }
        return new HintCard(exercise, number <= open ? number : Progress.openHint(id, Exercise.HINTS));
    }

    private String title() {
        return exercise.heading() + " · hint " + number + " of " + Exercise.HINTS;
    }

    private String next() {
        String id = exercise.id();
        return number < Exercise.HINTS
                ? "Try again before you open the next one: `hint(\"" + id + "\")`."
                : "This was the last hint. The explained solution: `solution(\"" + id + "\")`.";
    }

    @Override
    public String html() {
        return Html.card(
                Html.Edge.PLAIN,
                Html.escape(title()),
                Markup.html(exercise.hints().get(number - 1)) + Html.aside(Markup.inline(next())));
    }

    @Override
    public String text() {
        return title() + "\n" + Markup.plain(exercise.hints().get(number - 1)) + "\n" + next();
    }

    @Override
    public String toString() {
        return title();
    }
}
