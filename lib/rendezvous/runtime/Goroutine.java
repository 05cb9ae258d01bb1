package rendezvous.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine: code that runs concurrently with the code that started it, and the handle to wait for its end.
 *
 * <p>Goroutines are started by {@code Go.go}; each runs on a virtual thread of its own. Go has no such handle; it is
 * what a Java programmer expects of something started, and what lets a failure reach whoever waits.
 *
 * <p>Code that throws ends its goroutine with a <em>panic</em>. A panic is never silent: the thread's uncaught
 * exception handler is told, which prints it unless the program says otherwise, and {@link #await()} throws. One thing
 * is not printed, since whoever interrupted the goroutine wanted it to end: an {@link InterruptedException}, or an
 * exception with such a cause while the interrupt flag is set, which is what an interrupted loop over a channel throws.
 *
 * {@snippet :
 * Chan<Integer> quiet = Chan.make();
 * Goroutine reader = go("reader", () -> quiet.receive());
 * println(reader);         // Output: reader (alive)
 * reader.interrupt();
 * reader.await();          // Throws: PanicException: reader panicked: java.lang.InterruptedException: interrupted
 * }
 *
 * <p><b>Differs from Go:</b> there, a panic that nobody recovers from ends the whole program; here it ends its
 * goroutine, since a library must not stop a JVM. There, a goroutine cannot be waited for by itself, and cannot be
 * interrupted.
 *
 * <p>Safe for use by many threads.
 */
public final class Goroutine implements Homed {
    private static final ScopedValue<Goroutine> CURRENT = ScopedValue.newInstance();
    private static final Object RETURNED = new Object();
    private static final Object INTERRUPTED = new Object();
    private static final VarHandle THREAD;

    static {
        try {
            THREAD = MethodHandles.lookup().findVarHandle(Goroutine.class, "thread", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long id;
    private final @Nullable String name;
    private final World world;
    private final Object site; // see StartSite
    private @Nullable Body body; // dropped when it has run
    private final Spinlock lock = new Spinlock();

    private @Nullable WaitQueue waiters; // made when somebody first waits
    private volatile @Nullable Object outcome; // RETURNED or what it threw; null while it lives
    private volatile @Nullable Object thread; // null until it runs; INTERRUPTED if interrupted before that

    /** Where the registry has it; -1 if it has not. */
    int place = -1;

    private Goroutine(@Nullable String name, World world, Body body) {
        this.id = world.nextNumber();
        this.name = name;
        this.world = world;
        this.body = body;
        this.site = StartSite.of(body);
    }

    /**
     * Starts a goroutine.
     *
     * @param name for messages and pictures; null for none
     * @param world where it lives
     * @param body what it runs
     * @throws NullPointerException if the body is null
     */
    public static Goroutine start(@Nullable String name, World world, Body body) {
        Objects.requireNonNull(body, "code of a goroutine: got null, want what it runs");
        Goroutine goroutine = new Goroutine(name, world, body);
        if (!world.keepsItsOwn()) {
            Registry.add(goroutine); // such a world may leave some for ever where they are
        }
        boolean announced = false;
        try {
            world.tell(Event.Kind.START, goroutine, null, null, current());
            announced = true;
            world.start(name, goroutine::live);
        } catch (Throwable t) {
            if (announced) {
                goroutine.end(t); // somebody may wait
            } else {
                goroutine.leaveRegistry();
            }
            throw t;
        }
        return goroutine;
    }

    /** Returns how many have ever been started: the number of the last one. */
    static long started() {
        return World.numbersGiven();
    }

    /** Returns the goroutine that the calling thread runs; null if it runs none. */
    public static @Nullable Goroutine current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    private void live() {
        Thread me = Thread.currentThread();
        if (!THREAD.compareAndSet(this, null, me)) {
            thread = me;
            me.interrupt();
        }
        ScopedValue.where(CURRENT, this).run(this::run);
    }

    private void run() {
        Object how = RETURNED;
        Body code = Objects.requireNonNull(body);
        body = null;
        try {
            code.run();
        } catch (Throwable t) {
            how = t;
        }
        if (how instanceof Throwable panic && !World.isInterrupt(panic)) {
            report(panic); // before the end, so that it is told before whoever waits goes on
        }
        end(how);
    }

    private static void report(Throwable panic) {
        Thread current = Thread.currentThread();
        try {
            current.getUncaughtExceptionHandler().uncaughtException(current, panic);
        } catch (Throwable ignored) {
            // As the JVM does; thrown on, the handler would be called again, with its own failure.
        }
    }

    private void leaveRegistry() {
        if (!world.keepsItsOwn()) {
            Registry.remove(this);
        }
    }

    private void end(Object how) {
        // Before anybody can learn of the end, so that no ended goroutine is counted. Whoever waits for its end is
        // about to
        // be woken; the deadlock check sees that by the virtual thread, which is no goroutine's any more.
        leaveRegistry();
        Waiter chain;
        World.releases(this);
        lock.lock();
        try {
            outcome = how; // before the probe is told: who learns of the end must find it so
            if (how instanceof Throwable panic) {
                world.tell(Event.Kind.PANIC, this, null, panic, null);
            } else {
                world.tell(Event.Kind.END, this, null, null, null);
            }
            chain = waiters == null ? null : waiters.drain();
            waiters = null;
            for (Waiter waiter = chain; waiter != null; waiter = waiter.next()) {
                waiter.unblocked(this, this);
                waiter.settle(null);
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        Waiter.wakeAll(chain);
    }

    /** Returns the goroutine's number: in order of starting, from 1; unique in this JVM, or in a world with a count of its own. */
    public long id() {
        return id;
    }

    /** Returns the name it was given, else {@code goroutine} and its number. */
    public String name() {
        return name == null ? "goroutine " + id : name;
    }

    /**
     * Returns where it was started: method, file and line of the code that did, if that is {@linkplain #recordStarts()
     * recorded}, else the class of its code. For people; its form may change.
     */
    public String startedAt() {
        return StartSite.told(site);
    }

    /** Returns the innermost calls of its start, the library's own left out; empty if that is not recorded. */
    public List<StackTraceElement> startTrace() {
        return StartSite.trace(site);
    }

    /**
     * Records from now on where each goroutine is started, and since when each waits. It makes a start a microsecond or so
     * dearer, and a wait some 20 ns; notebooks and the system property {@code rendezvous.debug=true} do it.
     */
    public static void recordStarts() {
        StartSite.record(true);
    }

    /** Returns the thread that runs it; null if it has not begun. */
    @Nullable
    Thread thread() {
        return thread instanceof Thread running ? running : null;
    }

    /** Returns the world it lives in. */
    public World world() {
        return world;
    }

    /** Returns the world it lives in if it must not be waited for from another; null if it may. */
    @Override
    public @Nullable World home() {
        return world.isClosed() ? world : null;
    }

    /** Returns whether its code has returned or thrown. */
    public boolean isDone() {
        World.point("asks whether another has ended", null); // from anywhere: it says no more than that
        return hasEnded();
    }

    boolean hasEnded() {
        if (outcome == null) {
            return false;
        }
        World.acquires(this);
        return true;
    }

    /** Returns what its code threw; null if it lives or returned. */
    public @Nullable Throwable panic() {
        return hasEnded() && outcome instanceof Throwable panic ? panic : null;
    }

    /**
     * Waits until the goroutine's code has returned. Any number of threads may wait, before and after the end.
     *
     * <p><b>Memory consistency effects:</b> all that the goroutine did happens before the return.
     *
     * @throws PanicException if its code threw; the cause is what it threw
     * @throws InterruptedException if the calling thread is interrupted before the goroutine ends
     */
    public void await() throws InterruptedException {
        World.point("waits for the end of", this);
        if (outcome == null) {
            awaitEnd();
        }
        World.acquires(this);
        if (outcome instanceof Throwable panic) {
            throw new PanicException(this, panic);
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before waiting for " + this);
        }
        Waiter waiter = new Waiter(null);
        lock.lock();
        try {
            if (outcome != null) {
                lock.unlock();
                return;
            }
            if (waiters == null) {
                waiters = new WaitQueue();
            }
            waiters.add(waiter, Wait.JOIN, this);
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (!waiter.await(this) && waiter.giveUp(lock, this)) {
            throw waiter.interrupted("interrupted while waiting for " + this);
        }
    }

    /**
     * Interrupts the goroutine: a blocking operation it is in, or comes to, throws {@link InterruptedException}. Has no
     * effect once it has ended. Go has no such thing; there, contexts are the only way, and here the better one.
     */
    public void interrupt() {
        World.point("interrupts", this);
        if (thread == null && THREAD.compareAndSet(this, null, INTERRUPTED)) {
            return; // it does not run yet; it will find the note
        }
        if (thread instanceof Thread running && outcome == null) {
            world.interrupt(running);
        }
    }

    /** Returns its name and whether it lives, for people. */
    @Override
    public String toString() {
        Object how = outcome;
        String state = how == null ? "alive" : how instanceof Throwable ? "panicked: " + how : "ended";
        return name() + " (" + state + ")";
    }
}
