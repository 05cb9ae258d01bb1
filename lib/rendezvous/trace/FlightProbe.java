package rendezvous.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.runtime.Chosen;
import rendezvous.runtime.Event;
import rendezvous.runtime.Event.Kind;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.Wait;
import rendezvous.trace.FlightEvents.OfGoroutine;
import rendezvous.trace.FlightEvents.OfThing;

/** Writes what it is told to the flight recorder, and passes it on. It takes no lock that could be waited for long. */
final class FlightProbe implements Probe {
    private final Probe next;
    private final Spinlock lock = new Spinlock();
    private final Map<Goroutine, FlightEvents.Life> lives = new HashMap<>();
    private final Map<Goroutine, FlightEvents.Waits> waits = new HashMap<>();

    FlightProbe(Probe next) {
        this.next = next;
    }

    @Override
    public void on(Event event) {
        write(event);
        next.on(event); // last: once it knows that all have ended, the recording may be stopped
    }

    private void write(Event event) {
        switch (event.kind()) {
            case START -> started(event);
            case END, PANIC -> ended(event);
            case BLOCK -> blocked(event);
            case UNBLOCK -> unblocked(event);
            case SEND -> {
                FlightEvents.Send send = new FlightEvents.Send();
                if (send.shouldCommit()) {
                    send.value = Values.show(event.value());
                    commit(send, event);
                }
            }
            case RECEIVE -> {
                FlightEvents.Receive receive = new FlightEvents.Receive();
                if (receive.shouldCommit()) {
                    receive.value = event.value() == null ? null : Values.show(event.value());
                    commit(receive, event);
                }
            }
            case CLOSE -> commit(new FlightEvents.Close(), event);
            case SELECT -> selected(event);
            case LOCK, UNLOCK -> locked(event);
            case CANCEL -> {
                FlightEvents.Cancel cancel = new FlightEvents.Cancel();
                about(cancel, event);
                cancel.commit();
            }
            case RELEASE, ACQUIRE, READY, MOUNT, UNMOUNT, RACE -> {}
        }
    }

    private static void about(OfGoroutine written, Event event) {
        written.goroutine = event.goroutine().name();
        written.number = event.goroutine().id();
    }

    private static void commit(OfThing written, Event event) {
        if (written.shouldCommit()) {
            about(written, event);
            written.subject = subject(event.subject());
            written.peer = event.peer() == null ? null : event.peer().name();
            written.commit();
        }
    }

    /** Returns the name of a thing: without its {@code toString}, which may take the lock that is held now. */
    private static @Nullable String subject(@Nullable Object subject) {
        return switch (subject) {
            case null -> null;
            case Chan<?> chan -> chan.name().orElse("channel");
            case Goroutine goroutine -> goroutine.name();
            default -> subject.getClass().getSimpleName();
        };
    }

    private void started(Event event) {
        FlightEvents.Life life = new FlightEvents.Life();
        life.begin();
        about(life, event);
        life.parent = event.peer() == null ? null : event.peer().name();
        lock.lock();
        try {
            lives.put(event.goroutine(), life);
        } finally {
            lock.unlock();
        }
    }

    private void ended(Event event) {
        FlightEvents.Life life;
        lock.lock();
        try {
            life = lives.remove(event.goroutine());
            waits.remove(event.goroutine());
        } finally {
            lock.unlock();
        }
        if (life != null) {
            life.threw = event.kind() == Kind.PANIC
                    ? Objects.requireNonNull(event.value()).getClass().getName()
                    : null;
            life.commit();
        }
    }

    private void blocked(Event event) {
        FlightEvents.Waits wait = new FlightEvents.Waits();
        wait.begin();
        about(wait, event);
        wait.reason = ((Wait) Objects.requireNonNull(event.value())).phrase();
        wait.subject = subject(event.subject());
        lock.lock();
        try {
            waits.put(event.goroutine(), wait);
        } finally {
            lock.unlock();
        }
    }

    private void unblocked(Event event) {
        FlightEvents.Waits wait;
        lock.lock();
        try {
            wait = waits.remove(event.goroutine());
        } finally {
            lock.unlock();
        }
        if (wait != null) {
            wait.peer = event.peer() == null ? null : event.peer().name();
            wait.commit();
        }
    }

    private static void selected(Event event) {
        FlightEvents.Select select = new FlightEvents.Select();
        if (select.shouldCommit()) {
            Chosen chosen = (Chosen) Objects.requireNonNull(event.value());
            select.index = chosen.index();
            select.cases = chosen.cases();
            select.way = chosen.way().phrase();
            commit(select, event);
        }
    }

    private static void locked(Event event) {
        FlightEvents.Lock written = new FlightEvents.Lock();
        if (written.shouldCommit()) {
            written.unlock = event.kind() == Kind.UNLOCK;
            written.reads = event.value() == Wait.READ_LOCK;
            written.amount = event.value() instanceof Long amount ? amount : 1;
            commit(written, event);
        }
    }
}
