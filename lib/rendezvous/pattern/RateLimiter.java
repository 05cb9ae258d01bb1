package rendezvous.pattern;

import java.time.Duration;
import rendezvous.context.Context;
import rendezvous.context.ContextException;

/**
 * Lets things happen only so often.
 *
 * {@snippet :
 * try (RateLimiter limiter = RateLimiter.tokens(ofMillis(5), 3)) {
 *     Instant start = Instant.now();
 *     for (int i = 0; i < 4; i++) {
 *         limiter.await(Context.background());       // three at once, the fourth after 5 ms
 *     }
 *     println(Duration.between(start, Instant.now()).toMillis() >= 4);   // Output: true
 * }
 * }
 *
 * <p>There are two. One lets through {@linkplain #ticks at a beat}, never two together; it is the simplest that can be. The
 * other has {@linkplain #tokens tokens}, which are saved up while nobody comes, so that some may pass together after that;
 * in the long run it is no faster.
 *
 * <p>They start no goroutine.
 */
public sealed interface RateLimiter extends AutoCloseable permits TickLimiter, TokenBucket {
    /**
     * Makes one that lets one pass each time its ticker ticks. The first passes after one period. A tick that nobody waits for
     * lets one pass later; no more than one is kept.
     *
     * {@snippet :
     * try (RateLimiter limiter = RateLimiter.ticks(ofMillis(5))) {
     *     println(limiter.tryPass());                // Output: false
     *     limiter.await(Context.background());
     *     println("after a tick");                   // Output: after a tick
     * }
     * }
     *
     * @param period from one to the next; more than zero
     * @throws IllegalArgumentException if it is zero or negative
     */
    static RateLimiter ticks(Duration period) {
        return new TickLimiter(period);
    }

    /**
     * Makes a token bucket: full at first; each who passes takes a token, and one comes after each period as long as there is
     * room. Who waits is served first come, first served.
     *
     * {@snippet :
     * RateLimiter limiter = RateLimiter.tokens(Duration.ofHours(1), 2);
     * println(limiter.tryPass());   // Output: true
     * println(limiter.tryPass());   // Output: true
     * println(limiter.tryPass());   // Output: false
     * }
     *
     * @param period from one token to the next; more than zero
     * @param burst how many there is room for: so many may pass together; 1 or more
     * @throws IllegalArgumentException if the period is zero or negative, or the burst less than one
     */
    static RateLimiter tokens(Duration period, int burst) {
        return new TokenBucket(period, burst);
    }

    /**
     * Waits until the caller may pass.
     *
     * @param ctx ends the wait
     * @throws ContextException if the context is done before; nobody's turn is used up
     * @throws InterruptedException if the thread is interrupted before; nobody's turn is used up
     */
    void await(Context ctx) throws ContextException, InterruptedException;

    /** Passes if the caller need not wait; returns whether it did. */
    boolean tryPass();

    /**
     * Lets go of its ticker, if it has one; nobody passes then any more. Of a token bucket there is nothing to let go of, and
     * it goes on.
     */
    @Override
    void close();
}
