package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.that;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import rendezvous.chan.Chan;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;

/** Steps that are safe one by one, and not together. */
public final class Atomicity {
    private static final class Account {
        final Mutex mutex = new Mutex();
        int balance = 10;
    }

    /** A link of a stack that is used again. */
    private static final class Node {
        volatile Node next;
    }

    private volatile boolean closed;

    private Atomicity() {}

    /** Looks whether there is enough, then takes. */
    public static void overdrawn(boolean right) throws InterruptedException {
        AtomicInteger balance = new AtomicInteger(10);
        twice(() -> {
            if (right) {
                balance.updateAndGet(now -> now >= 10 ? now - 10 : now);
            } else if (balance.get() >= 10) {
                balance.addAndGet(-10);
            }
        });
        that(balance.get() >= 0, "nobody takes what is not there");
    }

    /** Locks to look, and locks again to act. */
    public static void lockedInTwoSteps(boolean right) throws InterruptedException {
        Account account = new Account();
        twice(() -> {
            account.mutex.lock();
            boolean enough = account.balance >= 10;
            if (!right) {
                account.mutex.unlock();
                account.mutex.lock();
            }
            if (enough) {
                account.balance -= 10;
            }
            account.mutex.unlock();
        });
        equal(0, account.balance);
    }

    /** Two make what only one should have made. */
    public static void madeTwice(boolean right) throws InterruptedException {
        Map<String, Object> map = new ConcurrentHashMap<>();
        AtomicInteger made = new AtomicInteger();
        twice(() -> {
            if (right) {
                map.computeIfAbsent("a", _ -> made.incrementAndGet());
            } else if (!map.containsKey("a")) {
                map.put("a", made.incrementAndGet());
            }
        });
        equal(1, made.get());
    }

    /** A map made for threads does not make get and put one step. */
    public static void getThenPut(boolean right) throws InterruptedException {
        Map<String, Integer> words = new ConcurrentHashMap<>();
        words.put("a", 0);
        twice(() -> {
            if (right) {
                words.merge("a", 1, Integer::sum);
            } else {
                words.put("a", words.get("a") + 1);
            }
        });
        equal(2, words.get("a"));
    }

    /** There was a value a moment ago. */
    public static void lookThenReceive(boolean right) throws InterruptedException {
        Chan<Integer> values = Chan.named("values", 1);
        values.send(1);
        twice(() -> {
            if (right) {
                values.tryReceive();
            } else if (values.len() > 0) {
                values.receive();
            }
        });
    }

    /** It was not closed a moment ago. */
    public static void lookThenClose(boolean right) throws InterruptedException {
        Atomicity it = new Atomicity();
        Chan<Integer> ch = Chan.make();
        Once once = new Once();
        twice(() -> {
            if (right) {
                once.run(ch::close);
            } else if (!it.closed) {
                it.closed = true;
                ch.close();
            }
        });
    }

    /** There were two elements a moment ago. */
    public static void sizeThenGet(boolean right) throws InterruptedException {
        List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
        both(() -> list.remove(0), () -> {
            List<Integer> seen = right ? List.copyOf(list) : list;
            int last = seen.size() - 1;
            seen.get(last);
        });
    }

    /** Each account has its lock; the sum has none. */
    public static void transferSeenHalf(boolean right) throws InterruptedException {
        Account from = new Account();
        Account to = new Account();
        both(
                () -> {
                    from.mutex.lock();
                    if (right) {
                        to.mutex.lock();
                    }
                    from.balance -= 5;
                    if (!right) {
                        from.mutex.unlock();
                        to.mutex.lock();
                    }
                    to.balance += 5;
                    to.mutex.unlock();
                    if (right) {
                        from.mutex.unlock();
                    }
                },
                () -> {
                    from.mutex.lock();
                    to.mutex.lock();
                    equal(20, from.balance + to.balance);
                    to.mutex.unlock();
                    from.mutex.unlock();
                });
    }

    /** The value that was read before the change goes into the cache after it. */
    public static void staleCache(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        AtomicInteger store = new AtomicInteger(1);
        ConcurrentHashMap<String, Integer> cache = new ConcurrentHashMap<>();
        both(
                () -> {
                    if (right) {
                        mutex.lock();
                    }
                    cache.put("a", store.get());
                    if (right) {
                        mutex.unlock();
                    }
                },
                () -> {
                    if (right) {
                        mutex.lock();
                    }
                    store.set(2);
                    cache.remove("a");
                    if (right) {
                        mutex.unlock();
                    }
                });
        equal(2, cache.getOrDefault("a", store.get()));
    }

    /**
     * A stack of which the top is compared: it is the same node again, and what is below it is not. One takes the top; the
     * other takes two and puts the first back.
     */
    public static void topIsBack(boolean right) throws InterruptedException {
        Node below = new Node();
        Node top = new Node();
        top.next = below;
        AtomicStampedReference<Node> stamped = new AtomicStampedReference<>(top, 0);
        AtomicReference<Node> plain = new AtomicReference<>(top);
        both(
                () -> {
                    int[] stamp = new int[1];
                    Node seen = right ? stamped.get(stamp) : plain.get();
                    Node next = seen == null ? null : seen.next;
                    if (right && seen != null) {
                        stamped.compareAndSet(seen, next, stamp[0], stamp[0] + 1);
                    } else if (seen != null) {
                        plain.compareAndSet(seen, next);
                    }
                },
                () -> {
                    if (right) {
                        int stamp = stamped.getStamp();
                        if (stamped.compareAndSet(top, null, stamp, stamp + 1)) {
                            top.next = null;
                            stamped.compareAndSet(null, top, stamp + 1, stamp + 2);
                        }
                    } else if (plain.compareAndSet(top, null)) {
                        top.next = null; // below belongs to this one now
                        plain.compareAndSet(null, top);
                    }
                });
        Node now = right ? stamped.getReference() : plain.get();
        that(now != below || top.next == below, "what another took is not on the stack");
    }

    /** A list that locks each call, and an iterator that is many calls. */
    public static void iteratorOverSynchronizedList(boolean right) throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        AtomicInteger sum = new AtomicInteger();
        both(() -> list.add(3), () -> {
            if (right) {
                synchronized (list) {
                    for (int n : list) {
                        sum.addAndGet(n);
                    }
                }
            } else {
                for (int n : list) {
                    sum.addAndGet(n);
                }
            }
        });
    }

    private record Request(int number, Chan<Integer> reply) {}

    /** Two requests share the channel for the answers. */
    public static void answerOfAnother(boolean right) throws InterruptedException {
        Chan<Request> requests = Chan.make();
        Chan<Integer> replies = Chan.make();
        go("server", () -> {
            for (Request request : requests) {
                go(() -> request.reply.send(request.number));
            }
        });
        both(
                () -> ask(requests, right ? Chan.make() : replies, 1),
                () -> ask(requests, right ? Chan.make() : replies, 2));
        requests.close();
    }

    private static void ask(Chan<Request> requests, Chan<Integer> replies, int number) throws InterruptedException {
        requests.send(new Request(number, replies));
        equal(number, replies.receive());
    }
}
