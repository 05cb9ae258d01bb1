package rendezvous.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.lab.Explorer;
import rendezvous.lab.Failure;
import rendezvous.lab.Failure.Kind;
import rendezvous.lab.Lab;
import rendezvous.lab.OutcomeSet;
import rendezvous.lab.OutcomeSet.Outcome;
import rendezvous.lab.Run;
import rendezvous.race.Agent;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Wait;

/** Tries a program under all schedules in the lab, and finds what is wrong with what comes of it. */
final class Judge {
    private static final int SCHEDULES = 4_000;
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final int STEPS = 2_000;
    private static final int GOROUTINES = 50;

    /** Failures of which a picture would show the same over and over. */
    private static final Set<Kind> ENDLESS = Set.of(Kind.TOO_LONG, Kind.TOO_MANY, Kind.STALLED);

    private final Task task;
    private final List<String> prints;

    /**
     * What is wrong with a program.
     *
     * @param what a sentence
     * @param run the run that shows it; null if none is needed
     */
    record Fault(String what, @Nullable Run run) {}

    Judge(Task task) {
        this.task = task;
        this.prints = task.alternatives("prints");
    }

    /** Returns all that the program can come to, within what a cell may take. */
    static OutcomeSet outcomes(Body body) throws InterruptedException {
        return explorer(body).outcomes();
    }

    /** Returns the same, where a race is a failure; without the agent, races are not seen. */
    static OutcomeSet outcomesAndRaces(Body body) throws InterruptedException {
        return Agent.installed() == null
                ? outcomes(body)
                : explorer(body).races().outcomes();
    }

    private static Explorer explorer(Body body) {
        return Lab.explore(body)
                .schedules(SCHEDULES)
                .time(TIME)
                .stall(STALL)
                .steps(STEPS)
                .goroutines(GOROUTINES);
    }

    /** Returns the worst that the program can come to; null if it keeps all that the task promises. */
    @Nullable
    Fault judge(OutcomeSet outcomes) {
        for (Outcome one : outcomes.all()) {
            Failure failure = one.example().failure().orElse(null);
            if (failure != null) {
                boolean tells = !ENDLESS.contains(failure.kind());
                return new Fault(words(failure) + often(one, outcomes), tells ? one.example() : null);
            }
        }
        for (Outcome one : outcomes.all()) {
            if (!prints.isEmpty() && !prints.contains(one.text())) {
                return new Fault(
                        "It prints `" + one.text() + "`" + often(one, outcomes) + " Wanted: " + wanted() + ".",
                        one.example());
            }
            String missing = missing(one.example());
            if (missing != null) {
                return new Fault(missing, one.example());
            }
        }
        return null;
    }

    private String wanted() {
        return "`" + String.join("` or `", prints) + "`";
    }

    private static String words(Failure failure) {
        return switch (failure.kind()) {
            case DEADLOCK -> "It can deadlock: all goroutines wait for each other";
            case LEAK -> "It can leave goroutines behind: main has ended, and somebody waits for ever";
            case RACE -> "It has a race: " + failure.headline();
            case PANIC -> "It can panic: " + code(failure.thrown());
            case TOO_LONG -> "It does not come to an end: it takes more than " + Phrases.number(STEPS) + " steps";
            case TOO_MANY -> "It starts more than " + GOROUTINES + " goroutines";
            case STALLED -> "It does not come to an end: it computes, or waits for something outside of the library";
            default -> "The lab had to stop it: " + failure.headline();
        };
    }

    private static String code(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "somebody threw";
        }
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return "`" + thrown.getClass().getSimpleName() + message.replace('`', '\'') + "`";
    }

    private static String often(Outcome one, OutcomeSet outcomes) {
        return outcomes.schedules() == 1 || one.schedules() == outcomes.schedules()
                ? ", in every schedule."
                : ", in " + Phrases.number(one.schedules()) + " of " + Phrases.number(outcomes.schedules())
                        + " schedules.";
    }

    /** Returns what a run should have done besides printing; null if nothing is missing. */
    private @Nullable String missing(Run run) {
        Map<String, Integer> received = new LinkedHashMap<>();
        for (Event event : run.steps().events()) {
            if (event.value() == Wait.SLEEP && task.field("sleeps").isEmpty()) {
                return "It sleeps and hopes. In the lab, time passes only while all wait; on a real machine no sleep is long"
                        + " enough to order anything. Let one goroutine wait for the other.";
            }
            if (event.kind() == Event.Kind.RECEIVE && event.subject() instanceof Chan<?> chan) {
                chan.name().ifPresent(name -> received.merge(name, 1, Integer::sum));
            }
        }
        List<String> unused = new ArrayList<>(new TreeSet<>(task.alternatives("channels")));
        unused.removeAll(received.keySet());
        if (!unused.isEmpty()) {
            return "It prints what it should, but nothing passes through the channel `" + unused.getFirst()
                    + "` any more: mend the program, do not replace it.";
        }
        int least = task.field("goroutines").isEmpty() ? 0 : Integer.parseInt(task.field("goroutines"));
        int got = run.steps().goroutines().size();
        return got < least
                ? "It prints what it should, but with " + got + " goroutine" + (got == 1 ? "" : "s") + " in place of "
                        + least + ": mend the program, do not replace it."
                : null;
    }
}
