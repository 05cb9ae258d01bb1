package rendezvous.exercise;

/** A hint that was opened. */
record HintCard(Exercise exercise, int number) implements Card {
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
