package rendezvous.studied;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Signal.SIGNAL;

import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.lab.Lab;
import rendezvous.runtime.Body;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/**
 * Programs with a race on {@link #plain}: one writes and does something, then the other does something and reads, and the two
 * somethings order nothing. They come one after the other, in every schedule: who believes in more order than there is finds
 * nothing.
 */
@SuppressWarnings("unused")
public final class Unordered {
    private int plain;
    private volatile boolean visible;
    private volatile boolean other;

    private Unordered() {}

    private static void race(Body afterWrite, Body beforeRead) throws Exception {
        Unordered it = new Unordered();
        go("writer", () -> {
            it.plain = 1;
            afterWrite.run();
        });
        Lab.settle();
        beforeRead.run();
        int seen = it.plain;
    }

    public static void nothing() throws Exception {
        race(() -> {}, () -> {});
    }

    public static void readers() throws Exception {
        RWMutex mutex = new RWMutex();
        race(
                () -> {
                    mutex.rLock();
                    mutex.rUnlock();
                },
                () -> {
                    mutex.rLock();
                    mutex.rUnlock();
                });
    }

    public static void twoMutexes() throws Exception {
        race(() -> lockAndUnlock(new Mutex()), () -> lockAndUnlock(new Mutex()));
    }

    private static void lockAndUnlock(Mutex mutex) throws InterruptedException {
        mutex.lock();
        mutex.unlock();
    }

    public static void triesInVain() throws Exception {
        Mutex mutex = new Mutex();
        race(
                () -> {
                    lockAndUnlock(mutex);
                    mutex.lock();
                },
                mutex::tryLock);
    }

    public static void additions() throws Exception {
        WaitGroup group = new WaitGroup();
        race(() -> group.add(1), () -> group.add(1));
    }

    public static void sends() throws Exception {
        Chan<Signal> ch = Chan.make(2);
        race(() -> ch.send(SIGNAL), () -> ch.send(SIGNAL));
    }

    public static void receives() throws Exception {
        Chan<Signal> ch = Chan.make(2);
        ch.send(SIGNAL);
        ch.send(SIGNAL);
        race(ch::receive, ch::receive);
    }

    public static void looks() throws Exception {
        Chan<Signal> ch = Chan.make(1);
        race(() -> ch.send(SIGNAL), ch::len);
    }

    public static void emptyChannel() throws Exception {
        Chan<Signal> ch = Chan.make(1);
        race(ch::tryReceive, ch::tryReceive);
    }

    /** The signal comes when nobody waits. */
    public static void unheardSignal() throws Exception {
        Cond cond = new Cond(new Mutex());
        race(cond::signal, cond::signal);
    }

    public static void twoOnces() throws Exception {
        race(() -> new Once().run(() -> {}), () -> new Once().run(() -> {}));
    }

    public static void volatileReads() throws Exception {
        Unordered it = new Unordered();
        boolean[] seen = new boolean[2];
        race(() -> seen[0] = it.visible, () -> seen[1] = it.visible);
    }

    public static void volatileReadThenWrite() throws Exception {
        Unordered it = new Unordered();
        boolean[] seen = new boolean[1];
        race(() -> seen[0] = it.visible, () -> it.visible = true);
    }

    public static void twoVolatiles() throws Exception {
        Unordered it = new Unordered();
        boolean[] seen = new boolean[1];
        race(() -> it.visible = true, () -> seen[0] = it.other);
    }

    public static void twoMonitors() throws Exception {
        Object one = new Object();
        Object two = new Object();
        race(() -> emptyBlock(one), () -> emptyBlock(two));
    }

    private static void emptyBlock(Object monitor) {
        synchronized (monitor) {
            Thread.holdsLock(monitor);
        }
    }
}
