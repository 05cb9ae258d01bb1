package rendezvous.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a simpler schedule that fails in the same way: with fewer preemptions, of as many with fewer turns, and of as
 * many with fewer steps.
 *
 * <p>It changes the schedule a little, runs it, and goes on from there if that is simpler and still fails. A schedule is
 * a sequence of turns, each the steps of one goroutine in a row; a change drops a turn, moves it to the next one of the
 * same goroutine, or drops the end. Choices that no longer fit are left out when it runs, and where they end whoever runs
 * goes on as long as it can, so nearly every change makes a schedule that can be run.
 */
final class Shortener {
    private static final int MOST_RUNS = 3_000;

    private final Trials trials;
    private final Failure failure;
    private final long deadline;
    private int runs;
    private int[] tokens;
    private long size;

    private Shortener(Trials trials, LabWorld found, Failure failure) {
        this.trials = trials;
        this.failure = failure;
        this.deadline = System.nanoTime() + trials.limits().shortening().toNanos();
        this.tokens = found.scheduler().choices.toArray();
        this.size = size(found.scheduler());
    }

    /** How far from simple a schedule is. */
    private static long size(Scheduler scheduler) {
        int[] choices = scheduler.choices.toArray();
        return ((long) scheduler.preemptions() << 42) + ((long) turns(choices).size() << 21) + choices.length;
    }

    /** Returns the simplest schedule that was found. */
    static int[] shorten(Trials trials, LabWorld found, Failure failure) {
        Shortener shortener = new Shortener(trials, found, failure);
        shortener.shorten();
        return shortener.tokens;
    }

    private void shorten() {
        accept(new int[0]); // perhaps it needs no luck at all
        boolean better = true;
        while (better && hasTime()) {
            better = cutEnd();
            better |= dropOrMoveTurns();
            better |= lowerDraws();
        }
    }

    private boolean hasTime() {
        return runs < MOST_RUNS && System.nanoTime() < deadline && !trials.isStopped();
    }

    /** Runs the schedule; keeps what became of it if that is simpler and fails in the same way. */
    private boolean accept(int[] changed) {
        runs++;
        LabWorld world = trials.run(new Replay(changed), false);
        Failure got = world.scheduler().failure();
        long gotSize = size(world.scheduler());
        if (got == null || !got.isLike(failure) || gotSize >= size) {
            return false;
        }
        tokens = world.scheduler().choices.toArray();
        size = gotSize;
        return true;
    }

    /** Lets the run go on by itself from some point on. */
    private boolean cutEnd() {
        boolean better = false;
        for (int part = tokens.length / 2; part > 0 && hasTime(); part /= 2) {
            while (tokens.length > part && hasTime() && accept(Arrays.copyOf(tokens, tokens.length - part))) {
                better = true;
            }
        }
        return better;
    }

    private boolean dropOrMoveTurns() {
        boolean better = false;
        for (int i = 0; i < turns(tokens).size() && hasTime(); i++) {
            while (i < turns(tokens).size() && hasTime() && (accept(without(i)) || moved(i))) {
                better = true;
            }
        }
        return better;
    }

    private boolean moved(int turn) {
        int[] later = joinedWithNext(turn);
        return later != null && hasTime() && accept(later);
    }

    private boolean lowerDraws() {
        boolean better = false;
        for (int i = 0; i < tokens.length && hasTime(); i++) {
            if (Token.isDrawn(tokens[i]) && Token.number(tokens[i]) > 0) {
                int[] changed = tokens.clone();
                changed[i] = Token.ofDrawn(0);
                better |= accept(changed);
            }
        }
        return better;
    }

    /** The indexes at which another goroutine's steps begin. */
    private static List<Integer> turns(int[] tokens) {
        List<Integer> starts = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < tokens.length; i++) {
            if (!Token.isDrawn(tokens[i]) && tokens[i] != last) {
                starts.add(i);
                last = tokens[i];
            }
        }
        return starts;
    }

    private int[] without(int turn) {
        List<Integer> starts = turns(tokens);
        int from = starts.get(turn);
        int to = turn + 1 < starts.size() ? starts.get(turn + 1) : tokens.length;
        return concat(Arrays.copyOf(tokens, from), Arrays.copyOfRange(tokens, to, tokens.length));
    }

    /** The schedule in which a turn is taken right after the last one of the same goroutine before it; null if there is none. */
    private int @Nullable [] joinedWithNext(int turn) {
        List<Integer> starts = turns(tokens);
        int from = starts.get(turn);
        int to = turn + 1 < starts.size() ? starts.get(turn + 1) : tokens.length;
        for (int next = turn + 1; next < starts.size(); next++) {
            int start = starts.get(next);
            if (tokens[start] == tokens[from]) {
                int end = next + 1 < starts.size() ? starts.get(next + 1) : tokens.length;
                int[] before = Arrays.copyOf(tokens, to);
                int[] joined = Arrays.copyOfRange(tokens, start, end);
                int[] between = Arrays.copyOfRange(tokens, to, start);
                return concat(concat(before, joined), concat(between, Arrays.copyOfRange(tokens, end, tokens.length)));
            }
        }
        return null;
    }

    private static int[] concat(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
