package rendezvous.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program can come to: every way in which its runs end, how many schedules lead there, and one of them.
 *
 * <p>An outcome is a text: the lines that the run printed, with a comma between them, and if it failed the kind of failure
 * after them, such as {@code ping, deadlock}; {@code nothing} if there is neither. Made by {@link Explorer#outcomes()}.
 *
 * {@snippet :
 * OutcomeSet outcomes = Lab.explore(() -> {
 *     Chan<Integer> ch = Chan.make(1);
 *     go(() -> ch.trySend(1));
 *     ch.trySend(2);
 *     println(ch.receive());
 * }).outcomes();
 * println(outcomes.isComplete());                                // Output: true
 * outcomes.all().forEach(one -> println(one.text()));
 * // Output: 2
 * // Output: 1
 * println(outcomes.of("deadlock").isPresent());                  // Output: false
 * }
 */
public final class OutcomeSet {
    private static final int MOST_OUTCOMES = 100;
    private static final int MOST_BOUND = 50;

    private final List<Outcome> all;
    private final int schedules;
    private final boolean complete;
    private final int preemptions;

    /**
     * One way in which runs end.
     *
     * @param text what was printed, and how it failed
     * @param schedules how many of the different schedules that were tried lead to it
     * @param example the first run that did
     */
    public record Outcome(String text, int schedules, Run example) {}

    private OutcomeSet(List<Outcome> all, int schedules, boolean complete, int preemptions) {
        this.all = List.copyOf(all);
        this.schedules = schedules;
        this.complete = complete;
        this.preemptions = preemptions;
    }

    /** Returns the outcomes, those of most schedules first. */
    public List<Outcome> all() {
        return all;
    }

    /** Returns the outcome with that text; empty if no schedule that was tried leads to it. */
    public Optional<Outcome> of(String text) {
        return all.stream().filter(one -> one.text().equals(text)).findFirst();
    }

    /** Returns how many different schedules were tried. */
    public int schedules() {
        return schedules;
    }

    /** Returns whether these are all outcomes there are: no schedule was left out. */
    public boolean isComplete() {
        return complete;
    }

    /** Returns up to how many preemptions all schedules were tried; -1 if not even those without any were. */
    public int preemptions() {
        return preemptions;
    }

    /** Returns how much was tried: "all 204 schedules", or "4 000 schedules, among them all with up to 2 preemptions". */
    public String coverage() {
        String many = Search.many(schedules, "schedule");
        if (complete) {
            return schedules == 1 ? "the only schedule" : "all " + many;
        }
        return many
                + (preemptions < 0
                        ? ", which are not all"
                        : ", among them all with up to " + Search.many(preemptions, "preemption"));
    }

    /** Returns the outcomes, one a line, with the number of schedules. */
    @Override
    public String toString() {
        return all.stream()
                        .map(one -> one.text() + ": " + Search.many(one.schedules(), "schedule") + "\n")
                        .collect(Collectors.joining())
                + "Tried: " + coverage() + ".";
    }

    /** Returns the text of a run's outcome. */
    static String text(String output, @Nullable Failure failure) {
        List<String> parts = new ArrayList<>(output.lines().toList());
        if (failure != null) {
            String kind = failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Throwable thrown = failure.thrown();
            parts.add(thrown == null ? kind : kind + " " + thrown.getClass().getSimpleName());
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    /** Returns what is known if a run stalled, or anything else went wrong with the laboratory. */
    static OutcomeSet stalled(Trials trials, Failure failure) {
        Run run = Run.of(Objects.requireNonNull(trials.now()), failure, null);
        return new OutcomeSet(List.of(new Outcome(text(run.output(), failure), 1, run)), 1, false, -1);
    }

    /** The search for them. */
    static final class Finder {
        private final Trials trials;
        private final int most;
        private final long deadline;
        private final LongSet distinct = new LongSet();
        private final Map<String, Found> found = new LinkedHashMap<>();
        private int bound = -1; // of preemptions, up to which all was tried

        private static final class Found {
            final int[] tokens;
            int schedules;

            Found(int[] tokens) {
                this.tokens = tokens;
            }
        }

        Finder(Trials trials, int most, Duration time) {
            this.trials = trials;
            this.most = most;
            this.deadline = System.nanoTime() + time.toNanos();
        }

        OutcomeSet find(long seed) {
            boolean complete = systematic();
            for (long walk = seed; !complete && walk - seed < most && hasRoom(most); walk++) {
                note(new RandomWalk(walk));
            }
            List<Outcome> all = new ArrayList<>();
            found.forEach((text, one) -> all.add(new Outcome(text, one.schedules, example(text, one))));
            all.sort(Comparator.comparingInt(Outcome::schedules).reversed());
            return new OutcomeSet(all, distinct.size(), complete, bound);
        }

        private boolean hasRoom(int schedules) {
            return distinct.size() < schedules
                    && found.size() < MOST_OUTCOMES
                    && System.nanoTime() < deadline
                    && !trials.isStopped();
        }

        /** Raises the bound of preemptions until it cuts nothing; returns whether it came to that. */
        private boolean systematic() {
            while (bound < MOST_BOUND) {
                Systematic strategy = new Systematic(bound + 1);
                boolean more = true;
                while (more && hasRoom((most + 1) / 2)) {
                    note(strategy);
                    more = strategy.advance();
                }
                if (strategy.isDiverged() || more) {
                    return false;
                }
                bound++;
                if (!strategy.isCut()) {
                    return true;
                }
            }
            return false;
        }

        private void note(Strategy strategy) {
            LabWorld world = trials.run(strategy, false);
            Choices choices = world.scheduler().choices;
            int before = distinct.size();
            distinct.add(choices.hash());
            String text = text(world.output(), world.scheduler().failure());
            Found one = found.computeIfAbsent(text, key -> new Found(choices.toArray()));
            one.schedules += distinct.size() - before;
        }

        /** Runs the schedule once more, to tell it all. */
        private Run example(String text, Found one) {
            LabWorld world = trials.run(new Replay(one.tokens), true);
            Failure failure = world.scheduler().failure();
            if (!text(world.output(), failure).equals(text)) {
                failure = Failure.unrepeatable(
                        failure == null
                                ? new Failure(
                                        Failure.Kind.DIVERGED, "the outcome \"" + text + "\" did not come again", null)
                                : failure);
            }
            return Run.of(world, failure, null);
        }
    }
}
