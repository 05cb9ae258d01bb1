package rendezvous.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.race.Location;
import rendezvous.race.Site;
import rendezvous.race.Watched;
import rendezvous.runtime.Alarm;
import rendezvous.runtime.Body;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** The world of one run: its scheduler, its clock, its numbers. */
final class LabWorld extends World implements Watched {
    /** What time of day it is when a run begins, as in Go's {@code testing/synctest}. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /** After how many rounds of a loop others can come between. */
    private static final int MOST_ROUNDS = 1_000;

    /** How many elements of an array one call of the JDK's is seen to access; those behind are not looked at. */
    private static final int MOST_ELEMENTS = 10_000;

    private static final int MOST_OUTPUT = 1_000_000;
    private static final String NEWLINE = System.lineSeparator();

    private final Log log;
    private final Machine machine;
    private final Scheduler scheduler;
    private final Limits limits;
    private final Monitors monitors = new Monitors(this);
    private final StringBuilder page = new StringBuilder(0);
    private long numbers;

    private LabWorld(Machine machine, Strategy strategy, Limits limits, Log log, Patience patience) {
        super(log);
        this.log = log;
        this.machine = machine;
        this.limits = limits;
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

    /** Runs the body as the goroutine {@code main}, or {@code check}, and all that comes of it, until all is over. */
    void run(Body body) {
        scheduler.run(() -> Goroutine.start(limits.root(), this, body));
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
        Strand me = scheduler.running();
        if (scheduler.memory != null && me != null) {
            scheduler.memory.uses(me);
        }
        scheduler.point(step, subject);
    }

    @Override
    protected void released(Object object) {
        Strand me = scheduler.running();
        if (me == null) {
            return;
        }
        log.orders(Event.Kind.RELEASE, me, object);
        if (scheduler.memory != null) {
            scheduler.memory.released(me, object);
        }
    }

    @Override
    protected void acquired(Object object) {
        Strand me = scheduler.running();
        if (me == null) {
            return;
        }
        log.orders(Event.Kind.ACQUIRE, me, object);
        if (scheduler.memory != null) {
            scheduler.memory.acquired(me, object);
        }
    }

    @Override
    public void access(Object base, Location.@Nullable Key key, int index, Site site, boolean writes) {
        Strand me = scheduler.running();
        if (scheduler.memory == null || me == null) {
            return;
        }
        scheduler.point(words(site, key, writes), null);
        Failure race = scheduler.memory.accessed(me, base, key, index, site, scheduler.choices.size(), writes);
        if (race != null) {
            scheduler.fail(race);
            scheduler.point(null, null); // does not return
        }
    }

    @Override
    public void elements(Object array, int from, int to, Site site, boolean writes) {
        Strand me = scheduler.running();
        if (scheduler.memory == null || me == null) {
            return;
        }
        scheduler.point(words(site, null, writes), null);
        Failure race = null;
        for (int i = from; i < to && i < from + MOST_ELEMENTS && race == null; i++) {
            race = scheduler.memory.accessed(me, array, null, i, site, scheduler.choices.size(), writes);
        }
        if (race != null) {
            scheduler.fail(race);
            scheduler.point(null, null); // does not return
        }
    }

    private static String words(Site site, Location.@Nullable Key key, boolean writes) {
        String verb = writes ? "writes" : "reads";
        return key == null
                ? verb + " an element"
                : verb + " " + (key.equals(Location.Key.WHOLE) ? "by " : "") + site.member();
    }

    @Override
    public void touches(Object base, Location.Key key, Site site, boolean writes) {
        Strand me = scheduler.running();
        if (me == null || scheduler.memory == null) {
            return; // what a run does must not depend on what others want rewritten
        }
        boolean isCall = key.equals(Location.Key.WHOLE);
        scheduler.point(isCall ? "calls " + site.member() : words(site, key, writes), null);
        scheduler.memory.touched(me, base, key, writes);
        if (isCall) {
            calls(me).begins(base);
        }
    }

    private static Calls calls(Strand me) {
        Calls calls = me.calls;
        if (calls == null) {
            calls = new Calls();
            me.calls = calls;
        }
        return calls;
    }

    @Override
    public void returned(Object object) {
        Strand me = scheduler.running();
        if (me != null && me.calls != null) {
            me.calls.ends(object);
        }
        if (scheduler.memory != null && me != null) {
            scheduler.memory.returned(me, object);
        }
    }

    @Override
    public boolean enters(Object monitor) {
        Strand me = scheduler.running();
        if (me == null) {
            return false;
        }
        scheduler.point("enters a monitor", null);
        monitors.enter(me, monitor);
        acquired(monitor);
        return true;
    }

    @Override
    public void exits(Object monitor) {
        released(monitor);
        monitors.exit(Objects.requireNonNull(scheduler.running()), monitor);
    }

    @Override
    public void passes(Object monitor) {
        Strand me = scheduler.running();
        if (me == null || scheduler.memory == null) {
            return;
        }
        scheduler.point("enters a monitor", null);
        if (monitors.isHeldByAnother(me, monitor)) {
            monitors.enter(me, monitor);
            monitors.exit(me, monitor);
        }
        acquired(monitor);
        released(monitor);
        calls(me).locks(monitor);
    }

    @Override
    public boolean holds(Object monitor) {
        Strand me = scheduler.running();
        return me != null && monitors.isHeld(me, monitor);
    }

    @Override
    public void waits(Object monitor, long nanos) throws InterruptedException {
        scheduler.point("waits for a notification", null);
        released(monitor);
        monitors.await(Objects.requireNonNull(scheduler.running()), monitor, nanos);
        acquired(monitor);
    }

    @Override
    public void notifies(Object monitor, boolean all) {
        scheduler.point(all ? "notifies all" : "notifies one", null);
        monitors.signal(Objects.requireNonNull(scheduler.running()), monitor, all);
    }

    @Override
    public void loops() {
        Strand me = scheduler.running();
        if (me == null || scheduler.memory == null) {
            return;
        }
        if (limits.judges() && ++me.polls % Excess.ROUNDS == 0) {
            excess(Excess.ofRounds(me));
        }
        if (++me.rounds >= MOST_ROUNDS) {
            scheduler.point("goes round a loop", null);
        }
    }

    @Override
    public void begins() {
        Strand me = scheduler.running();
        if (me != null && scheduler.memory != null && limits.judges()) {
            if (++me.calledMethods % Excess.CALLS == 0) {
                excess(Excess.ofDepth());
            }
            loops();
        }
    }

    @Override
    public void starts(Thread thread) {
        if (limits.judges() && !thread.isVirtual()) {
            excess(Excess.ofThreads(Excess.named(thread) + " is started"));
        }
    }

    @Override
    public void pools() {
        if (limits.judges()) {
            excess(Excess.ofThreads("a pool of threads of the platform, or a timer, is made"));
        }
    }

    @Override
    public void interrupts(Thread thread) {
        if (limits.judges() && !thread.isVirtual()) {
            excess(Excess.ofThreads(Excess.named(thread) + " is interrupted"));
        }
    }

    @Override
    public void ends(String call) {
        excess(new Failure(Failure.Kind.EXIT, "the program calls " + call + ", which would end the JVM", null));
    }

    /** Ends the run if there is something that must not be; then it does not return. */
    private void excess(@Nullable Failure failure) {
        if (failure != null) {
            scheduler.fail(failure);
            scheduler.point(null, null);
        }
    }

    @Override
    public void sleeps(long nanos) throws InterruptedException {
        sleep(Duration.ofNanos(nanos));
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
