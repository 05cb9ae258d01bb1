package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer.
 *
 * <p>The first line of {@link #text()} is {@code 05.1 · Passed}, {@code 05.1 · Not solved yet}, or
 * {@code 05.1 · Not yet: } and the name of the first check that failed. Programs may read it.
 *
 * @param exercise the exercise
 * @param outcome what became of it
 * @param results the checks in their order
 * @param notes what else the learner should know; may be empty
 */
public record Verdict(Exercise exercise, Outcome outcome, List<Result> results, List<String> notes) implements Card {

    /** What can become of an answer. */
    public enum Outcome {
        /** All checks passed. */
        PASSED,
        /** The answer still says that something is to be done. */
        NOT_SOLVED_YET,
        /** A check failed. */
        NOT_YET
    }

    /** What became of one check. */
    public enum State {
        /** It passed. */
        PASSED("✓"),
        /** It failed. */
        FAILED("✗"),
        /** It was not tried: an earlier one failed. */
        NOT_TRIED("–");

        private final String symbol;

        State(String symbol) {
            this.symbol = symbol;
        }
    }

    /**
     * One check.
     *
     * @param check its name
     * @param state what became of it
     * @param failure what it found; null unless it failed
     * @param hint which hint speaks about it
     */
    public record Result(
            String check, State state, @Nullable CheckFailure failure, int hint) {}

    /** Makes the lists ones that nobody changes. */
    public Verdict {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    /** Returns whether all checks passed. */
    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    /** Returns the check that failed; null if none did. */
    public @Nullable Result failed() {
        return results.stream()
                .filter(result -> result.state() == State.FAILED)
                .findFirst()
                .orElse(null);
    }

    private String headline() {
        Result failed = failed();
        return switch (outcome) {
            case PASSED -> "Passed";
            case NOT_SOLVED_YET -> "Not solved yet";
            case NOT_YET -> "Not yet" + (failed == null ? "" : ": " + failed.check());
        };
    }

    private List<String> next() {
        List<String> next = new ArrayList<>();
        Result failed = failed();
        String id = exercise.id();
        switch (outcome) {
            case PASSED ->
                next.add((results.size() == 1 ? "The check passed." : "All " + results.size() + " checks passed.")
                        + " Compare with another way to do it: `solution(\"" + id + "\")`.");
            case NOT_SOLVED_YET ->
                next.add("Write your answer in the cell above, run it, then run this cell again. Stuck? `hint(\"" + id
                        + "\")` opens one hint at a time.");
            case NOT_YET ->
                next.add("Hint " + (failed == null ? 1 : failed.hint()) + " of " + Exercise.HINTS
                        + " speaks about this: `hint(\"" + id
                        + "\")`. Change your cell, run it, then run this one again.");
        }
        return next;
    }

    @Override
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(exercise.id()).append(" · ").append(headline()).append('\n');
        out.append(exercise.title()).append(' ').append(exercise.difficulty()).append('\n');
        for (Result result : outcome == Outcome.NOT_SOLVED_YET ? List.<Result>of() : results) {
            out.append("  ").append(result.state().symbol).append(' ').append(result.check());
            out.append(result.state() == State.NOT_TRIED ? " (not tried yet)\n" : "\n");
            if (result.failure() != null) {
                details(result.failure())
                        .forEach(line -> out.append("      ").append(line).append('\n'));
                Shown.text(result.failure())
                        .forEach(line -> out.append("      ").append(line).append('\n'));
            }
        }
        notes.forEach(note -> out.append("! ").append(note).append('\n'));
        next().forEach(line -> out.append(line).append('\n'));
        return out.toString().stripTrailing();
    }

    @Override
    public String html() {
        String colour = outcome == Outcome.PASSED ? Html.GOOD : outcome == Outcome.NOT_YET ? Html.BAD : Html.SOFT;
        String word = outcome == Outcome.NOT_YET ? "Not yet" : headline();
        String symbol = outcome == Outcome.PASSED ? "✓ " : outcome == Outcome.NOT_YET ? "✗ " : "";
        StringBuilder body = new StringBuilder();
        if (outcome != Outcome.NOT_SOLVED_YET) {
            results.forEach(result -> body.append(html(result)));
        }
        notes.forEach(note -> body.append(Html.line("<b>Note:</b> " + Markup.inline(note))));
        next().forEach(line -> body.append(Html.aside(Markup.inline(line))));
        return Html.card(
                outcome == Outcome.PASSED
                        ? Html.Edge.GOOD
                        : outcome == Outcome.NOT_YET ? Html.Edge.BAD : Html.Edge.PLAIN,
                Html.strong(colour, symbol + Html.escape(word)) + " · " + Html.escape(exercise.heading())
                        + " <span style=\"font-weight:normal;" + Html.SOFT + "\" title=\"" + exercise.stars()
                        + " of 3 stars\">" + exercise.difficulty() + "</span>",
                body.toString());
    }

    private static String html(Result result) {
        String name = Markup.inline(result.check());
        return switch (result.state()) {
            case PASSED -> row(Html.strong(Html.GOOD, "✓"), name);
            case NOT_TRIED ->
                row(
                        "<span style=\"" + Html.SOFT + "\">–</span>",
                        "<span style=\"" + Html.SOFT + "\">" + name + ": not tried yet</span>");
            case FAILED -> {
                StringBuilder text = new StringBuilder("<b>" + name + "</b>");
                if (result.failure() != null) {
                    details(result.failure())
                            .forEach(line -> text.append("<div>")
                                    .append(Markup.inline(line))
                                    .append("</div>"));
                    text.append(Shown.html(result.failure()));
                }
                yield row(Html.strong(Html.BAD, "✗"), text.toString());
            }
        };
    }

    /** A symbol and what stands beside it, which stays aligned over several lines. */
    private static String row(String symbol, String html) {
        return "<div style=\"margin:2px 0 2px 22px\"><span style=\"float:left;margin-left:-20px\">" + symbol + "</span>"
                + html + "</div>";
    }

    private static List<String> details(CheckFailure failure) {
        List<String> lines = new ArrayList<>(List.of(failure.found()));
        if (!failure.expected().isEmpty()) {
            lines.add("Expected: " + failure.expected() + ".");
        }
        if (!failure.got().isEmpty()) {
            lines.add("Got: " + failure.got() + ".");
        }
        return lines;
    }

    /** Returns the first line of the text. */
    @Override
    public String toString() {
        return exercise.id() + " · " + headline();
    }
}
