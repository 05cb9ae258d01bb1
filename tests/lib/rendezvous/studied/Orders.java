package rendezvous.studied;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onSend;
import static rendezvous.chan.Select.select;
import static rendezvous.chan.Signal.SIGNAL;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.chan.Signal;
import rendezvous.chan.Timer;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.lab.Lab;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Locker;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/**
 * Programs without a race, in each of which one thing orders two accesses to {@link #plain}, and nothing else does. One who
 * forgets what it orders reports a race.
 */
@SuppressWarnings({"unused", "FutureReturnValueIgnored"})
public final class Orders {
    private static final VarHandle FLAG;

    static {
        try {
            FLAG = MethodHandles.lookup().findVarHandle(Orders.class, "flag", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int plain;
    private volatile boolean visible;
    private boolean flag;

    private Orders() {}

    private void write() {
        plain++;
    }

    private void read() {
        int seen = plain;
    }

    public static void start() {
        Orders it = new Orders();
        it.write();
        go(it::read);
    }

    public static void end() throws InterruptedException {
        Orders it = new Orders();
        go(it::write).await();
        it.read();
    }

    public static void askForEnd() {
        Orders it = new Orders();
        Goroutine other = go(it::write);
        if (other.isDone()) {
            it.read();
        }
    }

    public static void mutex() throws InterruptedException {
        Orders it = new Orders();
        Mutex mutex = new Mutex();
        go(() -> it.writeUnder(mutex));
        mutex.lock();
        it.read();
        mutex.unlock();
    }

    private void writeUnder(Locker locker) throws InterruptedException {
        locker.lock();
        write();
        locker.unlock();
    }

    public static void tryMutex() throws InterruptedException {
        Orders it = new Orders();
        Mutex mutex = new Mutex();
        go(() -> it.writeUnder(mutex));
        if (mutex.tryLock()) {
            it.read();
            mutex.unlock();
        }
    }

    public static void writersOfRWMutex() throws InterruptedException {
        Orders it = new Orders();
        RWMutex mutex = new RWMutex();
        go(() -> it.writeUnder(mutex));
        mutex.lock();
        it.write();
        mutex.unlock();
    }

    public static void tryWriterOfRWMutex() throws InterruptedException {
        Orders it = new Orders();
        RWMutex mutex = new RWMutex();
        go(() -> it.writeUnder(mutex));
        if (mutex.tryLock()) {
            it.write();
            mutex.unlock();
        }
    }

    public static void readerOfRWMutex() throws InterruptedException {
        Orders it = new Orders();
        RWMutex mutex = new RWMutex();
        go(() -> it.writeUnder(mutex));
        mutex.rLock();
        it.read();
        mutex.rUnlock();
    }

    public static void tryReaderOfRWMutex() throws InterruptedException {
        Orders it = new Orders();
        RWMutex mutex = new RWMutex();
        go(() -> it.writeUnder(mutex));
        if (mutex.tryRLock()) {
            it.read();
            mutex.rUnlock();
        }
    }

    /** Who reads a condition's signal need not hold the lock for it; who sends it neither. */
    public static void signal() throws InterruptedException {
        signalled(false);
    }

    public static void broadcast() throws InterruptedException {
        signalled(true);
    }

    private static void signalled(boolean all) throws InterruptedException {
        Orders it = new Orders();
        Mutex mutex = new Mutex();
        Cond cond = new Cond(mutex);
        go(() -> {
            mutex.lock();
            cond.await();
            it.read();
            mutex.unlock();
        });
        Lab.settle();
        it.write();
        if (all) {
            cond.broadcast();
        } else {
            cond.signal();
        }
    }

    public static void group() throws InterruptedException {
        Orders it = new Orders();
        WaitGroup group = new WaitGroup();
        group.add(1);
        go(() -> {
            it.write();
            group.done();
        });
        group.await();
        it.read();
    }

    public static void once() throws InterruptedException {
        Orders it = new Orders();
        Once once = new Once();
        go(() -> once.run(it::write));
        once.run(it::write);
        it.read();
    }

    public static void cancel() throws InterruptedException {
        Orders it = new Orders();
        CancelContext ctx = Context.withCancel(Context.background());
        go(() -> {
            ctx.done().await();
            it.read();
        });
        it.write();
        ctx.cancel();
    }

    public static void errorOfContext() {
        Orders it = new Orders();
        CancelContext ctx = Context.withCancel(Context.background());
        go(() -> {
            if (ctx.err() != null) {
                it.read();
            }
        });
        it.write();
        ctx.cancel();
    }

    public static void cancelOfParent() throws InterruptedException {
        Orders it = new Orders();
        CancelContext parent = Context.withCancel(Context.background());
        CancelContext child = Context.withCancel(parent);
        go(() -> {
            select(onClosed(child.done(), it::read));
        });
        it.write();
        parent.cancel();
    }

    public static void unbuffered() throws InterruptedException {
        Orders it = new Orders();
        Orders back = new Orders();
        Chan<Signal> ch = Chan.make();
        go(() -> {
            it.write();
            ch.send(SIGNAL);
            back.read();
        });
        back.write();
        ch.receive();
        it.read();
    }

    public static void buffered() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make(2);
        go(() -> {
            it.write();
            ch.send(SIGNAL);
        });
        ch.receive();
        it.read();
    }

    /** A slot that was taken orders who takes it again. */
    public static void slot() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> tokens = Chan.make(1);
        go(() -> {
            tokens.send(SIGNAL);
            it.write();
            tokens.receive();
        });
        tokens.send(SIGNAL);
        it.write();
        tokens.receive();
    }

    public static void tries() {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make(1);
        go(() -> {
            it.write();
            ch.trySend(SIGNAL);
        });
        if (ch.tryReceive().isPresent()) {
            it.read();
        }
    }

    public static void selects() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make();
        go(() -> {
            it.write();
            select(onSend(ch, SIGNAL, () -> {}));
        });
        select(onReceive(ch, _ -> it.read()));
    }

    public static void closeAndReceive() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make();
        go(() -> {
            it.write();
            ch.close();
        });
        Received<Signal> end = ch.receiveOk();
        it.read();
    }

    public static void closeAndAwait() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make();
        go(() -> {
            it.write();
            ch.close();
        });
        ch.await();
        it.read();
    }

    public static void closeAndSelect() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make();
        go(() -> {
            it.write();
            ch.close();
        });
        select(onClosed(ch, it::read));
    }

    public static void closeAndRange() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make(1);
        go(() -> {
            ch.send(SIGNAL);
            it.write();
            ch.close();
        });
        for (Signal each : ch) {
            ch.len();
        }
        it.read();
    }

    public static void timer() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> done = Chan.make();
        it.write();
        Timer.afterFunc(Duration.ofSeconds(1), () -> {
            it.write();
            done.close();
        });
        select(onClosed(done, it::read), after(Duration.ofSeconds(3), () -> {}));
    }

    public static void monitor() {
        Orders it = new Orders();
        go(() -> {
            synchronized (it) {
                it.write();
            }
        });
        synchronized (it) {
            it.read();
        }
    }

    public static void notification() throws InterruptedException {
        Orders it = new Orders();
        boolean[] ready = {false};
        go(() -> {
            it.write();
            synchronized (it) {
                ready[0] = true;
                it.notifyAll();
            }
        });
        synchronized (it) {
            while (!ready[0]) {
                it.wait();
            }
        }
        it.read();
    }

    /** Who waits leaves the monitor, with all that it did. */
    public static void waitLeaves() throws InterruptedException {
        Orders it = new Orders();
        boolean[] ready = {false};
        go(() -> {
            synchronized (it) {
                it.write();
                while (!ready[0]) {
                    it.wait();
                }
            }
        });
        Lab.settle();
        synchronized (it) {
            it.write();
            ready[0] = true;
            it.notifyAll();
        }
    }

    public static void volatileField() {
        Orders it = new Orders();
        go(() -> {
            it.write();
            it.visible = true;
        });
        if (it.visible) {
            it.read();
        }
    }

    public static void varHandle() {
        Orders it = new Orders();
        go(() -> {
            it.write();
            FLAG.setRelease(it, true);
        });
        if ((boolean) FLAG.getAcquire(it)) {
            it.read();
        }
    }

    public static void atomic() {
        Orders it = new Orders();
        AtomicInteger flag = new AtomicInteger();
        go(() -> {
            it.write();
            flag.set(1);
        });
        if (flag.get() == 1) {
            it.read();
        }
    }

    /** What a function writes that the JDK calls back is published with what it returns. */
    public static void callBack() {
        AtomicReference<Orders> box = new AtomicReference<>();
        go(() -> box.updateAndGet(_ -> {
            Orders made = new Orders();
            made.write();
            return made;
        }));
        box.updateAndGet(now -> {
            if (now != null) {
                now.read();
            }
            return now;
        });
    }

    public static void computed() {
        ConcurrentHashMap<String, Orders> map = new ConcurrentHashMap<>();
        go(() -> map.computeIfAbsent("a", _ -> written()).read());
        map.computeIfAbsent("a", _ -> written()).read();
    }

    private static Orders written() {
        Orders made = new Orders();
        made.write();
        return made;
    }

    public static void semaphore() throws InterruptedException {
        Orders it = new Orders();
        Semaphore semaphore = new Semaphore(0);
        go(() -> {
            it.write();
            semaphore.release();
        });
        semaphore.acquire();
        it.read();
    }

    public static void readWriteLock() {
        Orders it = new Orders();
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        go(() -> {
            lock.writeLock().lock();
            it.write();
            lock.writeLock().unlock();
        });
        lock.readLock().lock();
        it.read();
        lock.readLock().unlock();
    }

    public static void blockingQueue() throws InterruptedException {
        ArrayBlockingQueue<Orders> queue = new ArrayBlockingQueue<>(1);
        go(() -> {
            Orders it = new Orders();
            it.write();
            queue.put(it);
        });
        queue.take().read();
    }

    public static void concurrentQueue() {
        ConcurrentLinkedQueue<Orders> queue = new ConcurrentLinkedQueue<>();
        go(() -> {
            Orders it = new Orders();
            it.write();
            queue.add(it);
        });
        Orders got = queue.poll();
        if (got != null) {
            got.read();
        }
    }

    public static void future() {
        Orders it = new Orders();
        CompletableFuture<Integer> future = new CompletableFuture<>();
        go(() -> {
            it.write();
            future.complete(1);
        });
        future.join();
        it.read();
    }

    public static void virtualThread() throws InterruptedException {
        Orders it = new Orders();
        it.write();
        Thread thread = Thread.startVirtualThread(it::write);
        thread.join();
        it.write();
    }

    /** Threads of the JDK and goroutines meet at a channel. */
    public static void virtualThreadAndChannel() throws InterruptedException {
        Orders it = new Orders();
        Chan<Signal> ch = Chan.make(1);
        Thread thread = Thread.startVirtualThread(() -> {
            it.write();
            ch.trySend(SIGNAL);
        });
        ch.receive();
        it.read();
        thread.join();
    }

    /** Who waits for a condition of a lock has the lock again, with all that was done under it. */
    public static void conditionOfLock() throws InterruptedException {
        Orders it = new Orders();
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        boolean[] ready = {false};
        go(() -> {
            lock.lock();
            ready[0] = true;
            changed.signalAll();
            it.write();
            lock.unlock();
        });
        lock.lock();
        while (!ready[0]) {
            changed.await();
        }
        it.read();
        lock.unlock();
    }

    /** An iterator of a map made for threads finds what was put after it was made. */
    public static void concurrentIterator() {
        ConcurrentHashMap<String, Orders> map = new ConcurrentHashMap<>();
        map.put("a", written());
        go(() -> map.put("b", written()));
        for (Orders each : map.values()) {
            each.read();
        }
    }
}
