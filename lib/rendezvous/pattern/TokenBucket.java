package rendezvous.pattern;

import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.closed;
import static rendezvous.chan.Select.timeout;

import java.time.Duration;
import java.util.Objects;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.World;
import rendezvous.semaphore.Weighted;

/**
 * Tokens that come with time. Nothing runs while nobody asks: how many have come is computed from the clock when somebody
 * does. One at a time looks at the tokens, and waits for the next one; the others wait in line for that.
 */
final class TokenBucket implements RateLimiter {
    private final World world = World.current();
    private final long period;
    private final int burst;
    private final Weighted turn = new Weighted(1); // guards what follows

    private long tokens;
    private long since; // when the newest of the tokens came; while it is full, when somebody last looked

    TokenBucket(Duration period, int burst) {
        Objects.requireNonNull(period, "period of tokens: got null, want the time from one to the next");
        if (!period.isPositive()) {
            throw new IllegalArgumentException(
                    "non-positive period of tokens: got " + period + ", want more than zero");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst of tokens: got " + burst + ", want 1 or more");
        }
        this.period = World.nanos(period);
        this.burst = burst;
        this.tokens = burst;
        this.since = world.nanoTime();
    }

    @Override
    public void await(Context ctx) throws ContextException, InterruptedException {
        turn.acquire(Passing.check(ctx, "await"), 1);
        try {
            fill();
            if (tokens > 0) {
                tokens--;
                return;
            }
            long due = since + period;
            for (long wait = due - world.nanoTime(); wait > 0; wait = due - world.nanoTime()) {
                boolean done = choose(timeout(Duration.ofNanos(wait), () -> false), closed(ctx.done(), () -> true));
                if (done) {
                    throw Passing.why(ctx);
                }
            }
            since = due; // taken when it came, not when this thread got to it: else the beat would be slower
        } finally {
            turn.release(1);
        }
    }

    @Override
    public boolean tryPass() {
        if (!turn.tryAcquire(1)) {
            return false; // somebody waits
        }
        try {
            fill();
            boolean passes = tokens > 0;
            if (passes) {
                tokens--;
            }
            return passes;
        } finally {
            turn.release(1);
        }
    }

    /** Adds the tokens that have come. */
    private void fill() {
        long now = world.nanoTime();
        long came = (now - since) / period;
        if (came >= burst - tokens) {
            tokens = burst;
            since = now; // a full bucket does not save up for the next one
        } else {
            tokens += came;
            since += came * period;
        }
    }

    @Override
    public void close() {
        // Nothing runs.
    }

    @Override
    public String toString() {
        return "rate limiter (tokens: one in " + Duration.ofNanos(period) + ", at most " + burst + ")";
    }
}
