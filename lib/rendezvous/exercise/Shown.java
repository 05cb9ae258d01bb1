package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rendezvous.chart.FigureHtml;
import rendezvous.chart.Timeline;
import rendezvous.lab.Failure;
import rendezvous.lab.Run;

/** The run that shows what a check found: who did what, in which order, as lanes; and what it printed. */
final class Shown {
    private static final int MOST_LANES = 14; // lines of text
    private static final int MOST_OUTPUT = 8; // lines
    private static final String WHAT = "The shortest schedule in which it happens";

    private static final Pattern MEMORY = Pattern.compile(" *\\d+( {2,}(reads|writes|calls)( [^ ]+)+)+");
    private static final Pattern IDLE = Pattern.compile(
            " *\\d+ +(goes on|waits until all others wait|asks whether another has ended|goes round a loop)");

    /** How the check fails, which is no news; a long name is cut. */
    private static final Pattern SEES = Pattern.compile("(asks whether another has ended; )?panics: .*");

    private Shown() {}

    private static Optional<Run> run(CheckFailure failure) {
        // With one goroutine, which is the check's own, there is nothing to see.
        return Optional.ofNullable(failure.run())
                .filter(run -> run.trace().goroutines().size() > 1 && run.stepCount() > 0);
    }

    /** Returns the lanes as lines of text; none if there is nothing to see. */
    static List<String> text(CheckFailure failure) {
        List<String> lines = new ArrayList<>(output(failure));
        run(failure).ifPresent(run -> {
            lines.add(WHAT + ":");
            lines.addAll(middleCut(lanes(run)));
        });
        return lines;
    }

    /** The lanes without what is of no use to a learner: accesses to memory, unless they race, and the check's own ways. */
    private static List<String> lanes(Run run) {
        boolean races = run.failure().stream().anyMatch(failure -> failure.kind() == Failure.Kind.RACE);
        // A panic ends the run: if it is the check's, nobody else panicked.
        boolean seen = run.failure().stream().anyMatch(failure -> failure.thrown() instanceof CheckFailure);
        return run.lanes()
                .lines()
                .filter(line -> !IDLE.matcher(line).matches()
                        && (races || !MEMORY.matcher(line).matches()))
                .map(line -> seen ? SEES.matcher(line).replaceFirst("sees it") : line)
                .toList();
    }

    private static List<String> middleCut(List<String> all) {
        if (all.size() <= MOST_LANES + 1) {
            return all;
        }
        // The head, how it begins, and more of how it ends: that is where it goes wrong.
        List<String> lines = new ArrayList<>(all.subList(0, 5));
        lines.add("   …");
        lines.addAll(all.subList(all.size() - (MOST_LANES - 5), all.size()));
        return lines;
    }

    private static List<String> output(CheckFailure failure) {
        Run run = failure.run();
        if (run == null || run.output().isEmpty()) {
            return List.of();
        }
        List<String> printed = run.output().lines().limit(MOST_OUTPUT + 1L).toList();
        List<String> lines = new ArrayList<>(List.of("It printed:"));
        printed.stream().limit(MOST_OUTPUT).forEach(line -> lines.add("    " + cut(line)));
        if (printed.size() > MOST_OUTPUT) {
            lines.add("    … and more");
        }
        return lines;
    }

    private static String cut(String line) {
        return line.length() <= 100 ? line : line.substring(0, 99) + "…";
    }

    /** Returns the lanes as a picture in HTML, and what was printed; empty if there is nothing to see. */
    static String html(CheckFailure failure) {
        StringBuilder html = new StringBuilder();
        List<String> output = output(failure);
        if (!output.isEmpty()) {
            html.append("<div>It printed:</div>")
                    .append(Markup.code(String.join(
                            "\n",
                            output.stream()
                                    .skip(1)
                                    .map(line -> line.substring(4))
                                    .toList())));
        }
        run(failure).ifPresent(run -> {
            Timeline timeline = Timeline.of("", run.steps());
            html.append("<div style=\"margin:6px 0 0 0;" + Html.SOFT + "\">" + WHAT + ":</div>")
                    .append("<div style=\"margin:4px 0 0 0\">")
                    .append(FigureHtml.image(timeline))
                    .append("</div>");
        });
        return html.toString();
    }
}
