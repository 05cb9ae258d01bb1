package rendezvous.studied.bugs;

import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import rendezvous.chan.Chan;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/** Memory that is changed by two, guarded by nothing, or by what does not guard it. */
@SuppressWarnings("unused")
public final class Updates {
    private static long total;
    private static int shared;

    private int count;
    private volatile int visible;
    private Object lock = new Object();
    private String error;

    private Updates() {}

    public static void plainCount(boolean right) throws InterruptedException {
        Updates it = new Updates();
        Mutex mutex = new Mutex();
        twice(() -> {
            if (right) {
                mutex.lock();
            }
            it.count++;
            if (right) {
                mutex.unlock();
            }
        });
        equal(2, it.count);
    }

    /** Volatile: no race, and still two steps. */
    public static void volatileCount(boolean right) throws InterruptedException {
        Updates it = new Updates();
        AtomicInteger atomic = new AtomicInteger();
        twice(() -> {
            if (right) {
                atomic.incrementAndGet();
            } else {
                it.visible++;
            }
        });
        equal(2, right ? atomic.get() : it.visible);
    }

    /** Two calls, each of them atomic. */
    public static void atomicInTwoSteps(boolean right) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        twice(() -> {
            if (right) {
                count.incrementAndGet();
            } else {
                count.set(count.get() + 1);
            }
        });
        equal(2, count.get());
    }

    public static void staticTotal(boolean right) throws InterruptedException {
        LongAdder adder = new LongAdder();
        total = 0;
        both(() -> add(right, adder, 3), () -> add(right, adder, 4));
        equal(7, right ? adder.sum() : total);
    }

    private static void add(boolean right, LongAdder adder, int number) {
        if (right) {
            adder.add(number);
        } else {
            total += number;
        }
    }

    /** The parts of an array that two work on overlap by one. */
    public static void overlappingParts(boolean right) throws InterruptedException {
        int[] numbers = new int[4];
        both(() -> fill(numbers, 0, right ? 2 : 3), () -> fill(numbers, 2, 4));
        equal(4, numbers[0] + numbers[1] + numbers[2] + numbers[3]);
    }

    private static void fill(int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = 1;
        }
    }

    /** Who writes locks; who reads does not. */
    public static void unlockedRead(boolean right) throws InterruptedException {
        Updates it = new Updates();
        Mutex mutex = new Mutex();
        both(
                () -> {
                    mutex.lock();
                    it.count = 1;
                    mutex.unlock();
                },
                () -> {
                    if (right) {
                        mutex.lock();
                    }
                    int seen = it.count;
                    if (right) {
                        mutex.unlock();
                    }
                });
    }

    /** Each has a lock, and it is not the same. */
    public static void twoLocks(boolean right) throws InterruptedException {
        Updates it = new Updates();
        Mutex one = new Mutex();
        Mutex two = right ? one : new Mutex();
        both(() -> it.countUnder(one), () -> it.countUnder(two));
        equal(2, it.count);
    }

    private void countUnder(Mutex mutex) throws InterruptedException {
        mutex.lock();
        count++;
        mutex.unlock();
    }

    /** The lock is in a field, and who has it puts another there. */
    public static void replacedLock(boolean right) throws InterruptedException {
        Updates it = new Updates();
        Object lasting = new Object();
        twice(() -> {
            synchronized (right ? lasting : it.lock) {
                it.lock = new Object();
                it.count++;
            }
        });
    }

    private synchronized void countByInstance() {
        shared++;
    }

    private static synchronized void countByClass() {
        shared++;
    }

    /** One holds the object's monitor, the other that of the class. */
    public static void twoMonitors(boolean right) throws InterruptedException {
        Updates it = new Updates();
        shared = 0;
        both(Updates::countByClass, right ? Updates::countByClass : it::countByInstance);
        equal(2, shared);
    }

    /** Many readers may be inside at a time; these write. */
    public static void writeUnderReadLock(boolean right) throws InterruptedException {
        Updates it = new Updates();
        RWMutex mutex = new RWMutex();
        twice(() -> {
            if (right) {
                mutex.lock();
                it.count++;
                mutex.unlock();
            } else {
                mutex.rLock();
                it.count++;
                mutex.rUnlock();
            }
        });
        equal(2, it.count);
    }

    /** The goroutines see the loop's variable, not what it was when they were started. */
    public static void loopVariable(boolean right) throws InterruptedException {
        int[] i = {0};
        int[] seen = new int[3];
        WaitGroup group = new WaitGroup();
        for (; i[0] < 2; i[0]++) {
            int mine = i[0];
            group.go(() -> seen[right ? mine : i[0]]++);
        }
        group.await();
        equal(2, seen[0] + seen[1]);
    }

    /** Both may fail, and both say so in the same variable. */
    public static void sharedError(boolean right) throws InterruptedException {
        Updates it = new Updates();
        Chan<String> errors = Chan.make(2);
        both(() -> it.fail(right, errors, "one"), () -> it.fail(right, errors, "two"));
        if (right) {
            it.error = errors.receive();
        }
        Checks.that(it.error != null, "somebody failed");
    }

    private void fail(boolean right, Chan<String> errors, String who) throws InterruptedException {
        if (right) {
            errors.send(who);
        } else {
            error = who;
        }
    }

    /** The result is there after a second, most times: a sleep orders nothing. */
    public static void sleepInsteadOfWaiting(boolean right) throws InterruptedException {
        Updates it = new Updates();
        var worker = rendezvous.chan.Go.go("worker", () -> it.count = 1);
        if (right) {
            worker.await();
        } else {
            rendezvous.chan.Go.sleep(java.time.Duration.ofSeconds(1));
        }
        equal(1, it.count);
    }
}
