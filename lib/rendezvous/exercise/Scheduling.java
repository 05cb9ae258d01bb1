package rendezvous.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.lab.Stepper;

/**
 * A small program whose scheduler the learner is: steps are chosen to bring it to a goal. The lab runs exactly that.
 *
 * <p>{@code ## Code} holds the program. The field {@code goal} is the kind of failure to reach, such as {@code deadlock}, or
 * {@code prints} and the lines to be printed, with commas between. {@code ## Right} and {@code ## Wrong} hold answers that a
 * test tries. {@code ## On paper} says the right one in words: who goes on, and up to which line.
 */
final class Scheduling {
    private static final int MOST_STEPS = 200;
    private static final String PRINTS = "prints ";

    private final Task task;
    private final String code;
    private final String goal;

    Scheduling(Task task) {
        this.task = task;
        this.code = task.code("Code");
        this.goal = task.field("goal");
        if (!goal.startsWith(PRINTS)) {
            try {
                Failure.Kind.valueOf(goal.toUpperCase(Locale.ROOT).replace(' ', '_'));
            } catch (IllegalArgumentException e) {
                throw task.wrong(
                        "want 'goal: deadlock', another kind of failure, or 'goal: prints …', got '" + goal + "'");
            }
        }
    }

    Sheet answer(@Nullable Object @Nullable ... written) throws InterruptedException {
        List<String> steps = new ArrayList<>();
        for (Object each : written == null ? new Object[] {null} : written) {
            String problem = add(each, steps);
            if (problem != null) {
                return task.sheet(Sheet.Mark.UNCLEAR).say(problem).aside(how());
            }
        }
        Stepper stepper = Lab.stepper(Program.of(task, code));
        if (steps.isEmpty()) {
            return ask(stepper);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "went on", "afterwards", "can go on"));
        rows.add(List.of("0", "", states(stepper), turns(stepper)));
        for (String step : steps) {
            SequencedMap<String, String> turns = stepper.turns();
            int number = rows.size() - 1;
            if (stepper.isOver()) {
                return judged(stepper, rows)
                        .say("The run was over after " + (number - 1) + " of your " + steps.size() + " steps.");
            }
            String who = turns.containsKey(step) ? step : null;
            if (who == null) {
                who = turns.entrySet().stream()
                        .filter(turn -> turn.getValue().equals(step))
                        .map(turn -> turn.getKey())
                        .findFirst()
                        .orElse(null);
            }
            if (who == null) {
                return task.sheet(Sheet.Mark.UNCLEAR)
                        .say("Step " + number + " is " + step + ", but " + step + " cannot go on there. These can: "
                                + words(turns) + ".")
                        .table("The steps before it", rows)
                        .aside(how());
            }
            stepper.step(who);
            rows.add(List.of(Integer.toString(number), who + " " + turns.get(who), states(stepper), turns(stepper)));
        }
        return judged(stepper, rows);
    }

    /** Adds what was written to the steps; returns what cannot be understood. */
    private static @Nullable String add(@Nullable Object written, List<String> steps) {
        if (written == null) {
            return "A step is null; want a goroutine's number.";
        }
        for (String part : String.valueOf(written).strip().split("[\\s,]+", -1)) {
            String[] times = part.split("x", 2);
            boolean many = times.length == 2 && times[0].matches("a?\\d{1,6}") && times[1].matches("\\d{1,3}");
            int count = many ? Integer.parseInt(times[1]) : 1;
            String step = many ? times[0] : part;
            if (step.isEmpty() || step.equals("?")) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                steps.add(step);
            }
            if (steps.size() > MOST_STEPS) {
                return "These are more than " + MOST_STEPS + " steps; the program has fewer.";
            }
        }
        return null;
    }

    private Sheet judged(Stepper stepper, List<List<String>> rows) throws InterruptedException {
        String caption = rows.size() == 2 ? "One step" : "Step by step";
        Sheet sheet;
        if (!stepper.isOver()) {
            sheet = task.sheet(Sheet.Mark.NOT_YET)
                    .table(caption, rows)
                    .say("The run is not over: choose on. These can go on: " + words(stepper.turns()) + ".");
            return sheet.aside(how());
        }
        Run run = stepper.finish();
        boolean reached = reached(stepper);
        sheet = task.sheet(reached ? Sheet.Mark.RIGHT : Sheet.Mark.NOT_YET)
                .table(caption, rows)
                .say(ended(stepper) + " "
                        + (reached ? "That is what you were to reach." : "You were to reach: " + wanted() + "."));
        if (reached) {
            sheet.markup(task.section("Explanation"));
        }
        sheet.timeline(run);
        return reached ? sheet : sheet.aside(how());
    }

    private boolean reached(Stepper stepper) {
        if (goal.startsWith(PRINTS)) {
            return stepper.failure().isEmpty() && printed(stepper).equals(goal.substring(PRINTS.length()));
        }
        return stepper.failure()
                .map(failure -> failure.kind().name().replace('_', ' ').equalsIgnoreCase(goal))
                .orElse(false);
    }

    private static String printed(Stepper stepper) {
        return stepper.output().lines().collect(Collectors.joining(", "));
    }

    private String wanted() {
        return goal.startsWith(PRINTS) ? "it prints `" + goal.substring(PRINTS.length()) + "`" : "a " + goal;
    }

    private static String ended(Stepper stepper) {
        String end = stepper.failure()
                .map(failure -> "The run ended with a failure: " + failure.headline() + ".")
                .orElse("All goroutines have ended.");
        String printed = printed(stepper);
        return end + (printed.isEmpty() ? "" : " It printed `" + printed + "`.");
    }

    private static String states(Stepper stepper) {
        String states = String.join("\n", stepper.states());
        return stepper.isOver() && states.isEmpty() ? "all have ended" : states;
    }

    private static String turns(Stepper stepper) {
        return stepper.isOver() ? "nobody" : words(stepper.turns());
    }

    private static String words(SequencedMap<String, String> turns) {
        return turns.entrySet().stream()
                .map(turn -> turn.getKey() + " " + turn.getValue())
                .collect(Collectors.joining(", "));
    }

    private Sheet ask(Stepper stepper) throws InterruptedException {
        return task.sheet(Sheet.Mark.OPEN)
                .markup(task.text())
                .code(numbered())
                .say("Reach this: " + wanted() + ". These are the goroutines: " + words(goroutines(stepper))
                        + ". At first only main can go on.")
                .aside(how());
    }

    /** The program with the numbers of its lines, by which one can say how far somebody goes. */
    private String numbered() {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : code.lines().toList()) {
            out.append(String.format(Locale.ROOT, "%2d  %s\n", ++number, line));
        }
        return out.toString();
    }

    /** Runs the program to its end, and returns the names of all who took part, by their numbers. */
    private static SequencedMap<String, String> goroutines(Stepper stepper) throws InterruptedException {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        for (int steps = 0; !stepper.isOver() && steps < MOST_STEPS; steps++) {
            stepper.turns().forEach(all::putIfAbsent);
            stepper.step();
        }
        return all;
    }

    private String how() {
        return "Say who goes on at each step, by the goroutine's number: `" + task.call("1, 1, 2")
                + "`. `\"1x3\"` is three steps of goroutine 1. Run the cell to see where that leads.";
    }
}
