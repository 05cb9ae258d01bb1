package rendezvous.lab;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.lab.Failure.Kind;
import rendezvous.race.Access;
import rendezvous.race.Detector;
import rendezvous.race.Location;
import rendezvous.race.Site;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;

/**
 * What the strands of one run do to memory, and what orders it.
 *
 * <p>Of threads that the JDK made, such as those of an executor, less is known than of goroutines: what they are given and
 * what they give back goes through objects whose insides nobody looks at. Where it is in doubt whether something is
 * ordered, it is taken to be, so that no correct program is accused.
 */
final class Memory {
    private final Detector detector = new Detector();
    private final IdentityHashMap<Goroutine, Strand> ofGoroutine = new IdentityHashMap<>();
    private final List<Strand> all = new ArrayList<>(); // by actor
    private final List<Strand> ofJdk = new ArrayList<>();
    private final Object jdk = new Object(); // released with each object of java.util.concurrent
    private final Object mixed =
            new Object(); // orders all operations of the library, once threads of the JDK take part
    private boolean isMixed;
    private @Nullable Raced raced;

    /** A strand was made by another; null if by no strand. */
    void made(Strand strand, @Nullable Strand by) {
        strand.actor = detector.fork(by == null ? -1 : by.actor);
        all.add(strand);
        Goroutine goroutine = strand.goroutine();
        if (goroutine == null) {
            ofJdk.add(strand);
            isMixed = true;
            for (Strand other : all) {
                detector.release(other.actor, mixed); // what it did before may be what this one comes to
            }
        } else {
            ofGoroutine.put(goroutine, strand);
        }
    }

    /** A strand comes to an operation of the library. */
    void uses(Strand strand) {
        if (isMixed) {
            detector.acquire(strand.actor, mixed);
            detector.release(strand.actor, mixed);
        }
    }

    void on(Event event) {
        Strand strand = ofGoroutine.get(event.goroutine());
        if (strand != null && isMixed) {
            detector.acquire(strand.actor, mixed); // it may have waited for a thread of the JDK
        }
        if (strand == null || !(event.subject() instanceof Chan<?> chan)) {
            return;
        }
        switch (event.kind()) {
            case SEND -> detector.sent(strand.actor, chan, chan.cap());
            case RECEIVE -> {
                if (event.value() == null) {
                    detector.acquire(strand.actor, chan);
                } else {
                    detector.received(strand.actor, chan, chan.cap());
                }
            }
            case CLOSE -> detector.release(strand.actor, chan);
            default -> {}
        }
    }

    void released(Strand strand, Object object) {
        detector.release(strand.actor, object);
    }

    void acquired(Strand strand, Object object) {
        detector.acquire(strand.actor, object);
    }

    /** A volatile field, or an object made for several threads. */
    void touched(Strand strand, Object base, Location.Key key, boolean writes) {
        if (key.equals(Location.Key.WHOLE)) {
            detector.release(strand.actor, jdk);
            detector.acquire(strand.actor, base);
            detector.release(strand.actor, base);
            return;
        }
        detector.acquire(strand.actor, base, key);
        if (writes) {
            detector.release(strand.actor, base, key);
        }
    }

    /** A call of an object made for several threads has returned; what it called back may have written what it now holds. */
    void returned(Strand strand, Object object) {
        detector.acquire(strand.actor, object);
        detector.release(strand.actor, object);
        for (Strand other : ofJdk) {
            if (other != strand) {
                detector.follow(strand.actor, other.actor);
            }
        }
    }

    /**
     * A strand accesses memory.
     *
     * @return the race that this makes; null if it makes none that is known
     */
    @Nullable
    Failure accessed(
            Strand strand, Object base, Location.@Nullable Key key, int index, Site site, int step, boolean writes) {
        if (strand.goroutine() == null) {
            detector.acquire(strand.actor, jdk);
            detector.acquire(strand.actor, mixed);
        }
        if (strand.calls != null) {
            for (Object object : strand.calls.objects()) {
                detector.acquire(strand.actor, object); // it may be the object that passed this code what it looks at
            }
        }
        Access before = detector.access(strand.actor, base, key, index, site, step, writes);
        if (before == null) {
            return null;
        }
        Strand other = all.get(before.actor());
        String what = Races.what(base, key, index);
        raced = new Raced(
                new Raced.By(strand, (writes ? "writes " : "reads ") + what, step),
                new Raced.By(other, (before.writes() ? "writes " : "reads ") + what, before.step()));
        return new Failure(Kind.RACE, Races.tell(strand, base, key, index, site, writes, before, other), null);
    }

    /** Returns the race that was found; null if none was. */
    @Nullable
    Raced raced() {
        return raced;
    }
}
