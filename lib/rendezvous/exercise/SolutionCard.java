package rendezvous.exercise;

import java.util.List;

/** The solutions of an exercise and why they work. */
record SolutionCard(Exercise exercise, int opened, List<String> sources) implements Card {
    private String title() {
        return exercise.heading() + " · solution";
    }

    private String before() {
        return opened == Exercise.HINTS
                ? ""
                : "You have opened " + opened + " of " + Exercise.HINTS + " hints: `hint(\"" + exercise.id()
                        + "\")` opens the next, which may be all you need.";
    }

    @Override
    public String html() {
        StringBuilder body = new StringBuilder();
        if (!before().isEmpty()) {
            body.append(Html.aside(Markup.inline(before())));
        }
        for (int i = 0; i < sources.size(); i++) {
            body.append(i == 0 ? "" : Html.line("Another way:")).append(Markup.code(sources.get(i)));
        }
        body.append(Markup.html(exercise.explanation()));
        return Html.card(Html.Edge.PLAIN, Html.escape(title()), body.toString());
    }

    @Override
    public String text() {
        String code = String.join(
                "\n\nAnother way:\n", sources.stream().map(String::strip).toList());
        return title() + "\n" + (before().isEmpty() ? "" : before() + "\n") + code + "\n\n"
                + Markup.plain(exercise.explanation());
    }

    @Override
    public String toString() {
        return title();
    }
}
