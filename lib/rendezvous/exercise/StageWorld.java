package rendezvous.exercise;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;

/**
 * The world that a check's goroutines live in: it knows at any time which of them live and what each waits for.
 *
 * <p>They run on platform threads. A learner's endless loop on a virtual thread would keep a carrier for ever, on one
 * processor the only one, and nothing would run any more; a platform thread only shares its processor.
 */
final class StageWorld extends World {
    /** How many goroutines may live at a time: each is a thread of the system here. */
    static final int MAX_LIVE = 500;

    /** What is known of a goroutine that lives. */
    private static final class Actor {
        @Nullable
        Thread thread;

        @Nullable
        Wait wait;

        @Nullable
        Object subject;
    }

    // A goroutine is announced and its thread made by one thread, one after the other: the last announced is its.
    private static final ThreadLocal<Actor> ANNOUNCED = new ThreadLocal<>();

    private final Log log;

    StageWorld() {
        this(new Log());
    }

    private StageWorld(Log log) {
        super(log::on);
        this.log = log;
    }

    /** Sets whose thread is woken when all is quiet. */
    void tellWhenQuiet(Thread thread) {
        log.listener = thread;
    }

    @Override
    protected Thread start(@Nullable String name, Runnable code) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(name == null ? "goroutine" : name)
                .inheritInheritableThreadLocals(false)
                .uncaughtExceptionHandler((t, e) -> {}) // the log has it
                .unstarted(code);
        thread.setContextClassLoader(Catalog.loader());
        log.cast(thread);
        thread.start();
        return thread;
    }

    /** Returns whether every goroutine that lives waits for another, so that nothing happens any more by itself. */
    boolean quiet() {
        log.lock.lock();
        boolean quiet = log.running == 0 && log.living.values().stream().noneMatch(this::isAboutToWake);
        log.lock.unlock();
        return quiet;
    }

    /** A goroutine's end is told before those who wait for it are woken: between the two they only seem to wait. */
    private boolean isAboutToWake(Actor actor) {
        return actor.wait == Wait.JOIN
                && actor.subject instanceof Goroutine other
                && other.world() == this
                && !log.living.containsKey(other);
    }

    /** Returns a line for each goroutine that lives: who, and what it does. */
    List<String> living() {
        record Line(
                Goroutine goroutine,
                @Nullable Wait reason,
                @Nullable Object subject) {}
        log.lock.lock();
        List<Line> lines = new ArrayList<>();
        log.living.forEach((goroutine, actor) -> lines.add(new Line(goroutine, actor.wait, actor.subject)));
        log.lock.unlock();
        return lines.stream()
                .map(line -> name(line.goroutine) + " " + doing(line.reason, line.subject))
                .toList();
    }

    /** Returns whether the goroutine has not come to its end. Its own {@code isDone} is true a moment later. */
    boolean lives(Goroutine goroutine) {
        log.lock.lock();
        boolean lives = log.living.containsKey(goroutine);
        log.lock.unlock();
        return lives;
    }

    /** Returns what the goroutine does: "waits to send on `counter`". */
    String doing(Goroutine goroutine) {
        log.lock.lock();
        Actor actor = log.living.get(goroutine);
        Wait wait = actor == null ? null : actor.wait;
        Object subject = actor == null ? null : actor.subject;
        log.lock.unlock();
        return actor == null ? "has ended" : doing(wait, subject);
    }

    private static String doing(@Nullable Wait wait, @Nullable Object subject) {
        if (wait == null) {
            return "is still running";
        }
        return switch (subject) {
            case null -> wait.phrase();
            case Chan<?> chan -> wait.phrase() + " on " + name(chan);
            case Goroutine other -> "waits for " + name(other) + " to end";
            default -> wait.phrase();
        };
    }

    private static String name(Chan<?> chan) {
        String text = chan.toString();
        return text.startsWith("`") ? text.substring(0, text.indexOf('`', 1) + 1) : "a channel of yours";
    }

    private static String name(Goroutine goroutine) {
        return goroutine.name().startsWith("goroutine ") ? "a goroutine" : "`" + goroutine.name() + "`";
    }

    /** Returns the threads of the goroutines that live. */
    List<Thread> threads() {
        List<Thread> threads = new ArrayList<>();
        log.lock.lock();
        for (Actor actor : log.living.values()) {
            if (actor.thread != null) {
                threads.add(actor.thread);
            }
        }
        log.lock.unlock();
        return threads;
    }

    /** Returns the processor time that the goroutines that live have used, in nanoseconds; 0 if it is not known. */
    long processorNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported()) {
            return 0;
        }
        return threads().stream()
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.threadId())))
                .sum();
    }

    /** Returns whether a goroutine sleeps: what wakes it is a clock, not another goroutine. */
    boolean sleeping() {
        return threads().stream().anyMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    /** Returns the first thing that a goroutine threw and nobody expected; null if none did. */
    @Nullable
    Throwable panic() {
        log.lock.lock();
        Throwable panic = log.panic;
        log.lock.unlock();
        while (panic instanceof PanicException && panic.getCause() != null) {
            panic = panic.getCause();
        }
        return panic;
    }

    /** Takes down what happens. Its lock is a leaf: it is taken while a channel's is held, and takes no other. */
    private static final class Log {
        private final Spinlock lock = new Spinlock();
        private final Map<Goroutine, Actor> living = new LinkedHashMap<>();
        private int running;
        private @Nullable Throwable panic;
        private volatile @Nullable Thread listener;

        void on(Event event) {
            lock.lock();
            boolean quiet = apply(event) && running == 0;
            lock.unlock();
            Thread thread = listener;
            if (quiet && thread != null) {
                LockSupport.unpark(thread);
            }
        }

        private boolean apply(Event event) {
            Goroutine goroutine = event.goroutine();
            Actor actor = living.get(goroutine);
            switch (event.kind()) {
                case START -> {
                    Actor added = new Actor();
                    living.put(goroutine, added);
                    ANNOUNCED.set(added);
                    running++;
                }
                case BLOCK -> {
                    if (actor != null && event.value() instanceof Wait wait) {
                        actor.wait = wait;
                        actor.subject = event.subject();
                        running -= wait == Wait.SLEEP ? 0 : 1;
                        return true;
                    }
                }
                case UNBLOCK -> {
                    if (actor != null && actor.wait != null) {
                        running += actor.wait == Wait.SLEEP ? 0 : 1;
                        actor.wait = null;
                        actor.subject = null;
                    }
                }
                case END, PANIC -> {
                    if (living.remove(goroutine) != null) {
                        running--;
                    }
                    if (panic == null
                            && event.value() instanceof Throwable thrown
                            && !(thrown instanceof InterruptedException)) {
                        panic = thrown;
                    }
                    return true;
                }
                default -> {}
            }
            return false;
        }

        /** Notes the thread of the goroutine just announced by the calling thread; refuses it if there are too many. */
        void cast(Thread thread) {
            Actor actor = ANNOUNCED.get();
            ANNOUNCED.remove();
            lock.lock();
            boolean tooMany = living.size() > MAX_LIVE;
            if (tooMany) {
                living.values().remove(actor);
                running--;
            } else if (actor != null) {
                actor.thread = thread;
            }
            lock.unlock();
            if (tooMany) {
                throw new IllegalStateException("a check allows " + MAX_LIVE + " goroutines at a time");
            }
        }
    }
}
