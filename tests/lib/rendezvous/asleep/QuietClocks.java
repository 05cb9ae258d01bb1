package rendezvous.asleep;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onReceiveOk;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Ticker;
import rendezvous.chan.Timer;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** Programs that look stuck, in which time will act. */
final class QuietClocks {
    private static final Duration QUIET = Duration.ofMillis(LookStuck.QUIET_MILLIS);

    private QuietClocks() {}

    static List<Program> all() {
        return List.of(
                new Program("a goroutine that waits in a select with a time limit", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> never = Chan.make();
                    go(() -> {
                        select(onReceive(never, _ -> {}), after(QUIET, () -> {}));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("main itself waits in a select with a time limit", () -> {
                    Chan<Integer> never = Chan.make();
                    select(onReceive(never, _ -> {}), after(QUIET, () -> {}));
                }),
                new Program("an alarm that is set", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    World.REAL.schedule(TimeUnit.MILLISECONDS.toNanos(LookStuck.QUIET_MILLIS), () -> ch.trySend(1));
                    ch.receive();
                }),
                new Program("an alarm that sets the next, again and again", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    chainAlarms(ch, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * LookStuck.QUIET_MILLIS));
                    ch.receive();
                }),
                new Program("a timer that has not fired", () -> {
                    Timer timer = Timer.of(QUIET);
                    timer.c().receive();
                }),
                new Program("a timer that is waited for in a select", () -> {
                    Chan<Integer> never = Chan.make();
                    select(onReceive(never, _ -> {}), onReceive(Go.after(QUIET), _ -> {}));
                }),
                new Program("a timer that was stopped, and that a goroutine sets again", () -> {
                    Timer timer = Timer.of(QUIET);
                    timer.stop();
                    go(() -> {
                        Thread.sleep(QUIET);
                        timer.reset(Duration.ofMillis(100));
                    });
                    timer.c().receive();
                }),
                new Program("a ticker between two ticks", () -> {
                    Ticker ticker = Ticker.of(Duration.ofMillis(200));
                    ticker.c().receive();
                    ticker.c().receive();
                    ticker.stop();
                }),
                new Program("a goroutine that a timer will start", () -> {
                    Chan<Integer> ch = Chan.make();
                    Timer.afterFunc(QUIET, () -> ch.send(1));
                    ch.receive();
                }),
                new Program("an alarm that is just being run", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    World.REAL.schedule(1, () -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        ch.trySend(1);
                    });
                    ch.receive();
                }),
                new Program("a context that will time out", () -> {
                    CancelContext ctx = Context.withTimeout(Context.background(), QUIET);
                    ctx.done().await();
                    ctx.cancel();
                }),
                new Program("a context derived from one with a deadline", () -> {
                    try (CancelContext parent = Context.withDeadline(
                                    Context.background(), Instant.now().plus(QUIET));
                            CancelContext child = Context.withCancel(parent)) {
                        select(onReceiveOk(child.done(), (_, _) -> {}));
                    }
                }),
                new Program("a function to be run after the end of a context that will time out", () -> {
                    Chan<Integer> ch = Chan.make();
                    CancelContext ctx = Context.withTimeout(Context.background(), QUIET);
                    Context.afterFunc(ctx, () -> ch.send(1));
                    ch.receive();
                    ctx.cancel();
                }),
                new Program("a goroutine that a context will interrupt in its call", () -> {
                    Chan<Integer> ch = Chan.make();
                    Goroutine caller = go(() -> {
                        try (CancelContext ctx = Context.withTimeout(Context.background(), QUIET)) {
                            Context.call(ctx, () -> ch.receive());
                        } catch (ContextException e) {
                            // As it should be.
                        }
                    });
                    caller.await();
                }));
    }

    private static void chainAlarms(Chan<Integer> ch, long end) {
        World.REAL.schedule(100_000, () -> {
            if (System.nanoTime() < end) {
                chainAlarms(ch, end);
            } else {
                ch.trySend(1);
            }
        });
    }
}
