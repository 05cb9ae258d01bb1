package rendezvous.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** The world of one run: its scheduler, its clock, its numbers. */
final class LabWorld extends World {
    /** What time of day it is when a run begins, as in Go's {@code testing/synctest}. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private static final int MOST_OUTPUT = 1_000_000;
    private static final String NEWLINE = System.lineSeparator();

    private final Log log;
    private final Machine machine;
    private final Scheduler scheduler;
    private final StringBuilder page = new StringBuilder(0);
    private long numbers;

    private LabWorld(Machine machine, Strategy strategy, Limits limits, Log log, Patience patience) {
        super(log);
        this.log = log;
        this.machine = machine;
        this.scheduler = new Scheduler(machine, strategy, limits, log, patience);
        log.of(scheduler);
    }

    /** Makes a world whose driver is the calling thread. */
    static LabWorld make(Machine machine, Strategy strategy, Limits limits, Log log, Patience patience) {
        find(Driver::worldOfCaller);
        return new LabWorld(machine, strategy, limits, log, patience);
    }

    /** Whether a goroutine that threw this does no harm: somebody wanted it to end. */
    static boolean isHarmless(Throwable panic) {
        return isInterrupt(panic);
    }

    Log log() {
        return log;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Runs the body as the goroutine {@code main}, and all that comes of it, until all is over. */
    void run(Body body) {
        scheduler.run(() -> Goroutine.start("main", this, body));
    }

    @Override
    public long nanoTime() {
        return scheduler.clock.now();
    }

    @Override
    public Instant now() {
        return BEGINNING.plusNanos(nanoTime());
    }

    @Override
    protected Thread start(@Nullable String name, Runnable code) {
        Thread thread = scheduler.threads.start(name, log.announced(), code);
        scheduler.point(null, null);
        return thread;
    }

    @Override
    protected @Nullable Goroutine running() {
        Strand strand = scheduler.running();
        return strand == null ? null : strand.goroutine();
    }

    @Override
    protected void at(@Nullable String step, @Nullable Object subject) {
        scheduler.point(step, subject);
    }

    @Override
    protected boolean isClosed() {
        return true;
    }

    @Override
    protected List<Goroutine> goroutines() {
        return scheduler.threads.living().stream()
                .map(Strand::goroutine)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean isOneAtATime() {
        return true;
    }

    @Override
    public String toString() {
        return "a lab run";
    }

    @Override
    public void park(Object blocker) {
        scheduler.park(blocker);
    }

    @Override
    public Alarm unparkIn(Thread thread, long nanos) {
        return scheduler.clock.wake(thread, nanos)::cancel;
    }

    @Override
    public void unpark(Thread thread) {
        machine.wake(thread);
    }

    @Override
    protected void interrupt(Thread thread) {
        machine.interrupt(thread);
        if (machine.isHome(scheduler.driver())) {
            scheduler.point(null, null);
        }
    }

    @Override
    protected long nextNumber() {
        return ++numbers;
    }

    @Override
    public int random(int bound) {
        return scheduler.draw(bound);
    }

    @Override
    public Alarm schedule(long nanos, Runnable code) {
        VirtualClock.Entry entry = scheduler.clock.run(code, nanos);
        return () -> entry.cancel() || (entry.ready != null && scheduler.remove(entry.ready));
    }

    @Override
    protected void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it sleeps");
        }
        long nanos = nanos(duration);
        if (nanos <= 0) {
            return;
        }
        VirtualClock.Entry end = scheduler.clock.wake(Thread.currentThread(), nanos);
        Strand me = Objects.requireNonNull(scheduler.running());
        while (!end.isOver()) {
            scheduler.park(this);
            if (Thread.interrupted()) {
                end.cancel();
                throw new InterruptedException("interrupted while " + me.name() + " sleeps");
            }
        }
    }

    /** A thread of the run is going to print: returns where. */
    StringBuilder page() {
        scheduler.point("prints", null);
        return page;
    }

    /** Writes to a page, within the bounds of what a run may print. */
    static void write(StringBuilder page, String text, String end) {
        if (page.length() > MOST_OUTPUT) {
            return;
        }
        page.append(NEWLINE.equals("\n") ? text : text.replace(NEWLINE, "\n")).append(end);
        if (page.length() > MOST_OUTPUT) {
            page.append("… and more, which is not kept: a run keeps ")
                    .append(MOST_OUTPUT)
                    .append(" characters\n");
        }
    }

    /** Returns what the run has printed. */
    String output() {
        return page.toString();
    }
}
