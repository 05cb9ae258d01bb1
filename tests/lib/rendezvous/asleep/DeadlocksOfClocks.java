package rendezvous.asleep;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onReceiveOk;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.List;
import rendezvous.chan.Chan;
import rendezvous.chan.Ticker;
import rendezvous.chan.Timer;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;

/** Programs in which everybody waits for a clock that does not go, or for the end of a context that nobody ends. */
final class DeadlocksOfClocks {
    private static final String BY = ", started by a lambda of " + DeadlocksOfClocks.class.getName();

    private DeadlocksOfClocks() {}

    static List<Program> all() {
        return List.of(
                new Program(
                        "a timer that was stopped",
                        () -> {
                            Timer timer = Timer.of(Duration.ofHours(1));
                            timer.stop();
                            timer.c().receive();
                        },
                        "main waits to receive on channel of a timer (unbuffered)"),
                new Program(
                        "a timer that has been received from",
                        () -> {
                            Timer timer = Timer.of(Duration.ofMillis(1));
                            timer.c().receive();
                            timer.c().receive();
                        },
                        "main waits to receive on channel of a timer (unbuffered)"),
                new Program(
                        "a ticker that was stopped, in a select",
                        () -> {
                            Chan<Integer> in = Chan.named("in");
                            Ticker ticker = Ticker.of(Duration.ofMillis(1));
                            ticker.c().receive();
                            ticker.stop();
                            select(onReceive(ticker.c(), _ -> {}), onReceive(in, _ -> {}));
                        },
                        "main waits in a select: receive from channel of a ticker, receive from `in`"),
                new Program(
                        "after a time-out, and with a timer that nobody waits for",
                        () -> {
                            Chan<Integer> ch = Chan.named("ch");
                            Timer.of(Duration.ofHours(1));
                            select(
                                    onReceive(ch, _ -> {}),
                                    rendezvous.chan.Select.after(Duration.ofMillis(1), () -> {}));
                            ch.receive();
                        },
                        "main waits to receive on `ch` (unbuffered)"),
                new Program(
                        "a context that nobody cancels",
                        () -> {
                            CancelContext ctx = Context.withCancel(Context.background());
                            ctx.done().await();
                        },
                        "main waits for a close of `ctx.done()` (unbuffered)"),
                new Program(
                        "a context without end",
                        () -> Context.background().done().receiveOk(),
                        "main waits on a channel that is never ready"),
                new Program(
                        "workers that wait for a context of which the deadline was called off",
                        () -> {
                            CancelContext parent = Context.withCancel(Context.background());
                            try (CancelContext other = Context.withTimeout(parent, Duration.ofHours(1))) {
                                Context.withCancel(other);
                            }
                            Chan<Integer> jobs = Chan.named("jobs");
                            go(
                                            "worker",
                                            () -> select(
                                                    onReceiveOk(parent.done(), (_, _) -> {}), onReceive(jobs, _ -> {})))
                                    .await();
                        },
                        "main waits for a goroutine to end: worker",
                        "worker waits in a select: receive from `ctx.done()`, receive from `jobs`" + BY),
                new Program(
                        "a call under a context",
                        () -> {
                            CancelContext ctx = Context.withCancel(Context.background());
                            Context.call(ctx, () -> Chan.named("answer").receive());
                        },
                        "main waits to receive on `answer` (unbuffered)"));
    }
}
