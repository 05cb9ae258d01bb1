package rendezvous.stress;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onSend;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import rendezvous.chan.Chan;
import rendezvous.chan.Waiting;
import rendezvous.runtime.Goroutine;

/**
 * Some messages through two channels: four goroutines send, four receive, each in another way, two of them are interrupted
 * over and over, and at the end the channels are closed. Each message says who sent it, by which channel, and as which of
 * its own.
 *
 * <p>Nothing is lost or doubled: as many come as were sent, and their sums and the sums of their hashes agree. Nothing
 * overtakes: what one receiver gets of one sender by one channel comes in the order in which it was sent. Nobody is left in
 * a queue.
 */
final class SoakRound {
    static final int SENDERS = 4;
    private static final Duration SHORT = Duration.ofNanos(50_000);
    private static final int CHANNEL_BIT = 40;
    private static final int SENDER_BITS = 41;
    private static final long SEQUENCE = (1L << CHANNEL_BIT) - 1;

    private final int capacity;
    private final int each;
    private final Chan<Long> a;
    private final Chan<Long> b;
    private final Chan<Long> quiet = Chan.make(); // never used, and waited for all the time
    private final Tally sent = new Tally();
    private final Tally received = new Tally();
    private final AtomicLong progress = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicReference<String> wrong = new AtomicReference<>("");

    /** What was sent, or received: how many, their sum, and the sum of their hashes. */
    private static final class Tally {
        long count;
        long sum;
        long hashes;

        void add(long message) {
            count++;
            sum += message;
            long hash = (message ^ (message >>> 31)) * 0x9E3779B97F4A7C15L;
            hashes += hash ^ (hash >>> 29);
        }

        synchronized void add(Tally other) {
            count += other.count;
            sum += other.sum;
            hashes += other.hashes;
        }

        @Override
        public String toString() {
            return Report.number(count) + " messages, sum " + sum + ", hash " + Long.toHexString(hashes);
        }
    }

    /**
     * Creates it.
     *
     * @param messages how many; a multiple of the number of senders
     */
    SoakRound(int capacity, int messages, int number) {
        this.capacity = capacity;
        this.each = messages / SENDERS;
        this.a = Chan.named("a" + number, capacity);
        this.b = Chan.named("b" + number, capacity);
    }

    /** Runs it; returns what went wrong, or nothing. */
    String run(Stuck stuck) {
        List<Goroutine> senders = new ArrayList<>();
        List<Goroutine> receivers = new ArrayList<>();
        for (Sender sender : List.<Sender>of(this::alternately, this::byEither, this::trying, this::interrupted)) {
            int number = senders.size();
            senders.add(start(() -> {
                Tally mine = new Tally();
                sender.send(number, mine);
                sent.add(mine);
            }));
        }
        SoakReceivers ways = new SoakReceivers(a, b, quiet);
        for (SoakReceivers.Way way : ways.all()) {
            receivers.add(start(() -> {
                Inbox mine = new Inbox();
                way.receive(mine);
                received.add(mine.tally);
            }));
        }
        Goroutine pest = go(() -> {
            while (running.get() > 0) {
                senders.get(SENDERS - 1).interrupt();
                receivers.get(SENDERS - 1).interrupt();
                sleep(SHORT);
            }
        });
        String where = "capacity " + capacity + ": ";
        stuck.until(where + "not all was sent", () -> senders.stream().allMatch(Goroutine::isDone), progress::get);
        a.close();
        b.close();
        stuck.until(where + "not all was received", () -> running.get() == 0, progress::get);
        stuck.until(where + "one that interrupts did not end", pest::isDone, progress::get);
        check("left at a channel", Waiting.all(a) + Waiting.all(b), 0);
        check("left at the quiet channel", Waiting.all(quiet), 0);
        check("messages", received.toString(), sent.toString());
        check("messages sent", sent.count, (long) each * SENDERS);
        return wrong.get().isEmpty() ? "" : where + wrong.get();
    }

    private interface Sender {
        void send(int number, Tally tally) throws Exception;
    }

    private Goroutine start(rendezvous.runtime.Body body) {
        running.incrementAndGet();
        return go(() -> {
            try {
                body.run();
            } catch (Exception | Error e) {
                report(Report.first(e));
            } finally {
                running.decrementAndGet();
            }
        });
    }

    private void report(String what) {
        wrong.compareAndSet("", what);
    }

    private void check(String what, Object got, Object want) {
        if (!got.toString().equals(want.toString())) {
            report(what + ": got " + got + ", want " + want);
        }
    }

    private static long message(int sender, int channel, long sequence) {
        return (long) sender << SENDER_BITS | (long) channel << CHANNEL_BIT | sequence;
    }

    // The ways to send.

    private void alternately(int me, Tally tally) throws InterruptedException {
        for (long i = 0; i < each; i++) {
            int channel = (int) (i & 1);
            long message = message(me, channel, i);
            (channel == 0 ? a : b).send(message);
            tally.add(message);
        }
    }

    private void byEither(int me, Tally tally) throws InterruptedException {
        for (long i = 0; i < each; i++) {
            long toA = message(me, 0, i);
            long toB = message(me, 1, i);
            select(onSend(a, toA, () -> tally.add(toA)), onSend(b, toB, () -> tally.add(toB)));
        }
    }

    private void trying(int me, Tally tally) throws InterruptedException {
        for (long i = 0; i < each; i++) {
            long toA = message(me, 0, i);
            long toB = message(me, 1, i);
            if (a.trySend(toA)) {
                tally.add(toA);
            } else if (b.trySend(toB)) {
                tally.add(toB);
            } else {
                long before = tally.count;
                while (tally.count == before) {
                    select(
                            onSend(a, toA, () -> tally.add(toA)),
                            onSend(b, toB, () -> tally.add(toB)),
                            after(SHORT, () -> {}));
                }
            }
        }
    }

    private void interrupted(int me, Tally tally) {
        for (long i = 0; i < each; i++) {
            int channel = (int) (i & 1);
            long message = message(me, channel, i);
            while (true) {
                try {
                    (channel == 0 ? a : b).send(message);
                    break;
                } catch (InterruptedException e) {
                    // It was not sent: again.
                }
            }
            tally.add(message);
        }
    }

    /** What one receiver got. */
    final class Inbox {
        private final Tally tally = new Tally();
        private final long[] last = new long[2 * SENDERS];

        /** Takes note of a message. */
        void put(long message) {
            tally.add(message);
            int way = (int) (message >>> CHANNEL_BIT);
            long next = (message & SEQUENCE) + 1;
            if (next <= last[way]) {
                report("overtaken: of sender " + (way >> 1) + " message " + (next - 1) + " came after "
                        + (last[way] - 1));
            }
            last[way] = next;
            if ((tally.count & 255) == 0) {
                progress.incrementAndGet();
            }
        }
    }
}
