package rendezvous.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The work of an {@link Explorer}. */
final class Search {
    private final Trials trials;
    private final int most;
    private final long deadline;
    private final LongSet distinct = new LongSet();
    private final List<String> covered = new ArrayList<>();
    private int count;
    private int longest = 1;
    private boolean exhausted;
    private String way = "";
    private @Nullable Long walk; // the seed of the random walk that is on

    Search(Trials trials, int most, Duration time) {
        this.trials = trials;
        this.most = most;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    Exploration run(long seed, int preemptions, int depth, boolean walks) {
        boolean chance = walks || depth > 0;
        LabWorld found = preemptions < 0 ? null : systematic(preemptions, chance ? (most + 1) / 2 : most);
        if (found == null && !exhausted && chance) {
            found = byChance(seed, depth, walks);
        }
        return found == null ? result(null) : failed(found);
    }

    private boolean hasTime() {
        return System.nanoTime() < deadline && !trials.isStopped();
    }

    /** Runs a schedule; returns its world if it failed. */
    private @Nullable LabWorld fails(Strategy strategy) {
        LabWorld world = trials.run(strategy, false);
        Choices choices = world.scheduler().choices;
        count++;
        longest = Math.max(longest, choices.size());
        distinct.add(choices.hash());
        return world.scheduler().failure() == null ? null : world;
    }

    private @Nullable LabWorld systematic(int preemptions, int budget) {
        for (int bound = 0; bound <= preemptions; bound++) {
            way = "by the systematic search with up to " + many(bound, "preemption");
            Systematic strategy = new Systematic(bound);
            int before = count;
            boolean more = true;
            while (more && count < budget && hasTime()) {
                LabWorld failed = fails(strategy);
                if (failed != null) {
                    return failed;
                }
                more = strategy.advance();
            }
            String size = many(count - before, "schedule");
            if (strategy.isDiverged()) {
                covered.add("systematic: given up, since the same choices did not lead to the same run");
                return null;
            }
            if (more) {
                covered.add("systematic with " + many(bound, "preemption") + ": not complete (" + size + ")");
                return null;
            }
            if (!strategy.isCut()) {
                exhausted = true;
                covered.removeIf(text -> text.startsWith("systematic up"));
                covered.add("systematic: complete, these are all schedules there are");
                return null;
            }
            covered.removeIf(text -> text.startsWith("systematic up"));
            covered.add("systematic up to " + many(bound, "preemption") + ": complete");
        }
        return null;
    }

    private @Nullable LabWorld byChance(long seed, int depth, boolean walks) {
        int walked = 0;
        int ranked = 0;
        LabWorld failed = null;
        for (long i = 0; failed == null && count < most && hasTime(); i++) {
            boolean walking = walks && (depth == 0 || i % 2 == 0);
            long mine = seed + (walks && depth > 0 ? i / 2 : i);
            walk = walking ? (Long) mine : null;
            way = (walking ? "by a random walk" : byRanks(depth)) + " with seed " + mine;
            failed = fails(walking ? new RandomWalk(mine) : new Pct(mine, depth, longest));
            walked += walking ? 1 : 0;
            ranked += walking ? 0 : 1;
        }
        List<String> counts = new ArrayList<>();
        if (walked > 0) {
            counts.add(many(walked, "random walk"));
        }
        if (ranked > 0) {
            counts.add(grouped(ranked) + " " + byRanks(depth));
        }
        if (!counts.isEmpty()) {
            covered.add(String.join(", ", counts));
        }
        return failed;
    }

    private static String byRanks(int depth) {
        return "by ranks (PCT, depth " + depth + ")";
    }

    /** Makes the schedule simpler, and runs it once more to tell it all. */
    private Exploration failed(LabWorld found) {
        Failure failure = Objects.requireNonNull(found.scheduler().failure());
        int[] tokens = failure.isCostly() && trials.limits().judges()
                ? found.scheduler().choices.toArray()
                : Shortener.shorten(trials, found, failure);
        LabWorld world = trials.run(new Replay(tokens), true);
        Failure again = world.scheduler().failure();
        if (again == null || !again.isLike(failure)) {
            world = trials.run(new Replay(found.scheduler().choices.toArray()), true);
            again = world.scheduler().failure();
        }
        if (again == null || !again.isLike(failure)) {
            again = Failure.unrepeatable(failure);
        }
        String from = "Found " + way + ", in " + size(found) + simpler(found, world) + ".";
        return new Exploration(Run.of(world, again, null), count, walk, from, coverage(), false);
    }

    private static String size(LabWorld world) {
        return many(world.scheduler().choices.size(), "step") + " with "
                + many(world.scheduler().preemptions(), "preemption");
    }

    /** Returns what became of a schedule, if that is less: fewer preemptions can take more steps. */
    private static String simpler(LabWorld found, LabWorld shown) {
        boolean shorter =
                shown.scheduler().choices.size() < found.scheduler().choices.size();
        boolean calmer = shown.scheduler().preemptions() < found.scheduler().preemptions();
        return shorter || calmer ? "; " + (shorter ? "shortened" : "simplified") + " to " + size(shown) : "";
    }

    /** Returns what is known if a run stalled. */
    Exploration stalled(Failure failure) {
        Run run = Run.of(Objects.requireNonNull(trials.now()), failure, walk);
        return new Exploration(run, count + 1, walk, "Found " + way + ".", coverage(), false);
    }

    private Exploration result(@Nullable Run failed) {
        return new Exploration(failed, count, null, "", coverage(), isLate());
    }

    private String coverage() {
        String different = distinct.size() == count
                ? ""
                : ", " + (distinct.isFull() ? "at least " : "") + grouped(distinct.size()) + " of them different";
        String ways = covered.isEmpty() ? "" : "; " + String.join("; ", covered);
        String late = isLate() ? "; then the time was up" : "";
        return many(count, "schedule") + different + ways + late;
    }

    private boolean isLate() {
        return count < most && !exhausted && !hasTime();
    }

    static String many(long number, String what) {
        return grouped(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Returns the number with its thousands set apart, as in captions. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
