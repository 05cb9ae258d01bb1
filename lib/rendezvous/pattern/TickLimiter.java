package rendezvous.pattern;

import java.time.Duration;
import rendezvous.chan.Ticker;
import rendezvous.context.Context;
import rendezvous.context.ContextException;

/** Lets one pass each time a ticker ticks. */
final class TickLimiter implements RateLimiter {
    private final Ticker ticker;

    TickLimiter(Duration period) {
        ticker = Ticker.of(period);
    }

    @Override
    public void await(Context ctx) throws ContextException, InterruptedException {
        Passing.check(ctx, "await");
        if (!Passing.receive(ctx, ticker.c()).ok()) { // a ticker's channel is never closed
            throw Passing.why(ctx);
        }
    }

    @Override
    public boolean tryPass() {
        return ticker.c().tryReceive().isPresent();
    }

    @Override
    public void close() {
        ticker.stop();
    }

    @Override
    public String toString() {
        return "rate limiter (" + ticker + ")";
    }
}
