package rendezvous.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries every schedule with at most so many preemptions, one after the other: depth first over the choices.
 *
 * <p>A preemption is a switch away from a thread that could have gone on. Most bugs need few of them, and their number is
 * what makes schedules so many (Musuvathi and Qadeer, "Iterative Context Bounding", 2007). Choices that no thread could
 * have avoided cost nothing. Going on with a thread that has just given way by itself counts as a preemption of the
 * others, since a loop that gives way until something has changed would have no end else.
 */
final class Systematic implements Strategy {
    /** A choice with more than one way: which ways there are, and which is being tried. */
    private static final class Fork {
        final int[] tokens;
        int tried;

        Fork(int[] tokens) {
            this.tokens = tokens;
        }
    }

    private final int most;
    private final List<Fork> path = new ArrayList<>();
    private int depth;
    private int preemptions;
    private boolean cut;
    private boolean diverged;

    Systematic(int most) {
        this.most = most;
    }

    /** Goes to the next schedule; returns false if there is none. */
    boolean advance() {
        while (!path.isEmpty()) {
            Fork last = path.getLast();
            if (++last.tried < last.tokens.length) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    /** Returns whether the bound on preemptions has kept it from a schedule. */
    boolean isCut() {
        return cut;
    }

    /** Returns whether a run did not come to the choices that the one before it had. */
    boolean isDiverged() {
        return diverged;
    }

    @Override
    public void begin() {
        depth = 0;
        preemptions = 0;
    }

    @Override
    public Strand pick(Scheduler scheduler, @Nullable Strand running) {
        int count = scheduler.readyCount();
        if (count == 1) {
            return scheduler.ready(0);
        }
        Strand costly = running == null ? scheduler.yielded() : null;
        boolean spent = preemptions >= most;
        if (spent && (running != null || (costly != null && count == 2))) {
            cut = true;
            return running != null ? running : other(scheduler, costly);
        }
        int token = way(scheduler, running, costly, spent);
        for (int i = 0; i < count; i++) {
            Strand strand = scheduler.ready(i);
            if (strand.token == token) {
                boolean free = running == null ? strand != costly : strand == running;
                preemptions += free ? 0 : 1;
                return strand;
            }
        }
        diverged = true;
        return scheduler.ready(0);
    }

    private static Strand other(Scheduler scheduler, @Nullable Strand not) {
        return scheduler.ready(0) == not ? scheduler.ready(1) : scheduler.ready(0);
    }

    /** Returns the way to try here; if nobody has been here yet, the first. */
    private int way(Scheduler scheduler, @Nullable Strand first, @Nullable Strand costly, boolean spent) {
        if (depth < path.size()) {
            Fork fork = path.get(depth++);
            return fork.tokens[fork.tried];
        }
        Choices ways = new Choices();
        if (first != null) {
            ways.add(first.token);
        }
        for (int i = 0; i < scheduler.readyCount(); i++) {
            Strand strand = scheduler.ready(i);
            if (strand != first && strand != costly) {
                ways.add(strand.token);
            }
        }
        if (costly != null && !spent) {
            ways.add(costly.token);
        }
        cut |= costly != null && spent;
        return take(ways.toArray());
    }

    private int take(int[] ways) {
        path.add(new Fork(ways));
        depth++;
        return ways[0];
    }

    @Override
    public int draw(int bound) {
        if (depth < path.size()) {
            Fork fork = path.get(depth++);
            return Token.number(fork.tokens[fork.tried]);
        }
        int[] ways = new int[bound];
        for (int i = 0; i < bound; i++) {
            ways[i] = Token.ofDrawn(i);
        }
        return Token.number(take(ways));
    }
}
