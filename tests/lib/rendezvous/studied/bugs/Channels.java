package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onSend;
import static rendezvous.chan.Select.otherwise;
import static rendezvous.chan.Select.select;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.that;
import static rendezvous.studied.bugs.Checks.twice;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.chan.Ticker;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.WaitGroup;

/** Channels that nobody closes, that two close, that nobody receives from, and selects that lose what they chose. */
public final class Channels {
    private Channels() {}

    /** A range over a channel ends when it is closed. */
    public static void forgottenClose(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.named("values");
        go("sender", () -> {
            values.send(1);
            if (right) {
                values.close();
            }
        });
        int sum = 0;
        for (int v : values) {
            sum += v;
        }
        equal(1, sum);
    }

    /** The first answer is taken, and nobody waits for the others. */
    public static void firstResponse(boolean right) throws InterruptedException {
        Chan<Integer> answers = Chan.named("answers", right ? 3 : 0);
        for (int i = 0; i < 3; i++) {
            int mine = i;
            go("server " + i, () -> answers.send(mine));
        }
        that(answers.receive() < 3, "one of the three answers");
    }

    private static final class Inbox {
        Chan<Integer> letters = Chan.never();
    }

    /** A channel that was never made: nobody can send, nobody can receive. */
    public static void nilChannel(boolean right) throws InterruptedException {
        Inbox inbox = new Inbox();
        if (right) {
            inbox.letters = Chan.make(1);
        }
        Chan<Integer> letters = inbox.letters;
        go("sender", () -> letters.send(1));
        equal(1, letters.receive());
    }

    /** Each of two senders closes when it is done. */
    public static void doubleClose(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.make(2);
        AtomicInteger left = new AtomicInteger(2);
        twice(() -> {
            values.trySend(1);
            if (!right || left.decrementAndGet() == 0) {
                values.close();
            }
        });
    }

    /** The receiver closes, and the sender does not know. */
    public static void sendOnClosed(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.make(1);
        Chan<Signal> enough = Chan.make();
        both(
                () -> {
                    select(onSend(values, 1, () -> {}), onClosed(enough, () -> {}));
                },
                () -> {
                    if (right) {
                        enough.close();
                    } else {
                        values.close();
                    }
                });
    }

    /** Two inputs, one output: it is closed when the first input ends. */
    public static void mergedAndClosedEarly(boolean right) throws InterruptedException {
        Chan<Integer> out = Chan.make(2);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            int mine = i;
            group.go(() -> {
                out.send(mine);
                if (!right) {
                    out.close();
                }
            });
        }
        group.await();
        if (right) {
            out.close();
        }
    }

    /** A value for which there is no room at the moment is lost. */
    public static void droppedByDefault(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.make(right ? 1 : 0);
        both(() -> select(onSend(values, 1, () -> {}), otherwise(() -> {})), values::receive);
    }

    /** The one who asked went away after the timeout; the answer waits for ever. */
    public static void answerAfterTimeout(boolean right) throws InterruptedException {
        Chan<Integer> answers = Chan.named("answers", right ? 1 : 0);
        go("server", () -> {
            rendezvous.chan.Go.sleep(Duration.ofSeconds(2));
            answers.send(1);
        });
        select(onReceive(answers, v -> equal(1, v)), after(Duration.ofSeconds(1), () -> {}));
        rendezvous.chan.Go.sleep(Duration.ofSeconds(2));
    }

    /** A value that was received and not passed on, since the other case was chosen next time. */
    public static void lostBetweenSelects(boolean right) throws InterruptedException {
        Chan<Integer> in = Chan.make();
        Chan<Integer> out = Chan.make(1);
        Chan<Signal> quit = Chan.make();
        Goroutine relay = go("relay", () -> {
            int[] held = {0};
            select(onReceive(in, v -> held[0] = v), onClosed(quit, () -> {}));
            if (held[0] != 0) {
                if (right) {
                    out.send(held[0]);
                } else {
                    select(onSend(out, held[0], () -> {}), onClosed(quit, () -> {}));
                }
            }
        });
        int[] sent = {0};
        select(onSend(in, 7, () -> sent[0] = 1), after(Duration.ofSeconds(1), () -> {}));
        quit.close();
        relay.await();
        equal(sent[0], out.len());
    }

    /** Both cases are ready: a select does not prefer the one that stands first. */
    public static void quitIsNotFirst(boolean right) throws InterruptedException {
        Chan<Integer> jobs = Chan.make(2);
        Chan<Signal> quit = Chan.make();
        jobs.send(1);
        quit.close();
        int[] done = {0};
        if (right) {
            select(onClosed(quit, () -> {}), otherwise(() -> done[0]++));
        } else {
            select(onClosed(quit, () -> {}), onReceive(jobs, _ -> done[0]++));
        }
        equal(0, done[0]);
    }

    /** Who is always ready keeps another case from its turn, if the loop ends too soon. */
    public static void starvedCase(boolean right) throws InterruptedException {
        Chan<Integer> busy = Chan.make(4);
        Chan<Integer> rare = Chan.make(1);
        for (int i = 0; i < 4; i++) {
            busy.send(i);
        }
        rare.send(1);
        int[] rareSeen = {0};
        for (int i = 0; i < 4; i++) {
            if (right && i == 0) {
                rareSeen[0] += rare.receive();
            } else {
                select(onReceive(busy, _ -> {}), onReceive(rare, v -> rareSeen[0] += v));
            }
        }
        equal(1, rareSeen[0]);
    }

    /** All are waited for before anybody receives what they send. */
    public static void waitBeforeReceive(boolean right) throws InterruptedException {
        Chan<Integer> results = Chan.named("results", right ? 3 : 2);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 3; i++) {
            group.go(() -> results.send(1));
        }
        group.await();
        results.close();
        int sum = 0;
        for (int v : results) {
            sum += v;
        }
        equal(3, sum);
    }

    /** The consumer has seen enough, and the generator sends on. */
    public static void abandonedGenerator(boolean right) throws InterruptedException {
        Chan<Integer> numbers = Chan.named("numbers");
        Chan<Signal> done = Chan.make();
        go("generator", () -> {
            boolean[] stop = {false};
            for (int i = 0; !stop[0]; i++) {
                select(onSend(numbers, i, () -> {}), onClosed(done, () -> stop[0] = true));
            }
        });
        equal(0, numbers.receive());
        if (right) {
            done.close();
        }
    }

    /** A ticker's channel is never closed. */
    public static void tickerForEver(boolean right) throws InterruptedException {
        Ticker ticker = Ticker.of(Duration.ofSeconds(1));
        Chan<Signal> done = Chan.make();
        Goroutine beat = go("heart", () -> {
            boolean[] stop = {false};
            while (!stop[0]) {
                select(onReceive(ticker.c(), _ -> {}), onClosed(right ? done : Chan.never(), () -> stop[0] = true));
            }
        });
        rendezvous.chan.Go.sleep(Duration.ofSeconds(3));
        ticker.stop();
        done.close();
    }

    /** Nobody else is there to receive. */
    public static void sendToOneself(boolean right) throws InterruptedException {
        Chan<Integer> ch = Chan.named("letters", right ? 1 : 0);
        ch.send(1);
        equal(1, ch.receive());
    }

    /** Each sends first, and neither receives. */
    public static void bothSendFirst(boolean right) throws InterruptedException {
        Chan<Integer> there = Chan.make(right ? 1 : 0);
        Chan<Integer> back = Chan.make(right ? 1 : 0);
        both(
                () -> {
                    there.send(1);
                    back.receive();
                },
                () -> {
                    back.send(2);
                    there.receive();
                });
    }

    /** A closed channel has no more values, and a plain receive says so loudly. */
    public static void receiveAfterClose(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.make(1);
        both(
                () -> {
                    values.send(1);
                    values.close();
                },
                () -> {
                    for (int i = 0; i < 2; i++) {
                        if (right) {
                            values.receiveOk();
                        } else {
                            values.receive();
                        }
                    }
                });
    }
}
