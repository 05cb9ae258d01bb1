package rendezvous.race;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the races of one run: two accesses to the same memory, one of them a write, by different actors, of which
 * neither happens before the other.
 *
 * <p>It knows what happens before what by vector clocks, and keeps of each place in memory the last write and the reads
 * since: Flanagan and Freund, "FastTrack: Efficient and Precise Dynamic Race Detection" (PLDI 2009). What channels order is
 * Go's memory model, to the slot of a buffer.
 *
 * <p>An actor is a number from 0. A run does one thing at a time, so there is nothing to guard here.
 */
public final class Detector {
    /** Creates one that knows of no actor. */
    public Detector() {}

    private Clock[] clocks = new Clock[8];
    private int actors;

    private final IdentityHashMap<Object, Clock> released = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Passage> passages = new IdentityHashMap<>();
    private @Nullable Location[] table = new Location[256];
    private int locations;

    /** Returns a new actor, who knows all that its parent knows; without a parent, all that anybody does. */
    public int fork(int parent) {
        Clock clock;
        if (parent >= 0) {
            clock = clocks[parent].copy();
            clocks[parent].tick(parent);
        } else {
            clock = new Clock();
            for (int i = 0; i < actors; i++) {
                clock.join(clocks[i]);
                clocks[i].tick(i);
            }
        }
        if (actors == clocks.length) {
            clocks = Arrays.copyOf(clocks, 2 * actors);
        }
        clock.tick(actors);
        clocks[actors] = clock;
        return actors++;
    }

    /** What the actor did so far happens before what those do who {@link #acquire} the object from now on. */
    public void release(int actor, Object object) {
        released.computeIfAbsent(object, _ -> new Clock()).join(clocks[actor]);
        clocks[actor].tick(actor);
    }

    /** What others did before they {@linkplain #release released} the object happens before what the actor does now. */
    public void acquire(int actor, Object object) {
        Clock clock = released.get(object);
        if (clock != null) {
            clocks[actor].join(clock);
        }
    }

    /** Like {@link #release(int, Object)}, for a field that orders those who access it. */
    public void release(int actor, Object base, Location.Key key) {
        release(actor, location(base, key, 0));
    }

    /** Like {@link #acquire(int, Object)}, for a field that orders those who access it. */
    public void acquire(int actor, Object base, Location.Key key) {
        acquire(actor, location(base, key, 0));
    }

    /** The actor knows all that the other has done so far. */
    public void follow(int actor, int other) {
        clocks[actor].join(clocks[other]);
        clocks[other].tick(other);
    }

    /** A value was given to a channel. */
    public void sent(int actor, Object channel, int capacity) {
        passage(channel, capacity).sent(actor);
    }

    /** A value was taken from a channel, in the order in which they were given. */
    public void received(int actor, Object channel, int capacity) {
        passage(channel, capacity).received(actor);
    }

    private Passage passage(Object channel, int capacity) {
        return passages.computeIfAbsent(channel, _ -> new Passage(capacity));
    }

    /** What a channel orders. */
    private final class Passage {
        private final int capacity;
        private final Deque<Clock> full = new ArrayDeque<>(); // of the sends that were not received
        private final Deque<Clock> free = new ArrayDeque<>(); // of the receives whose room was not taken again
        private int sender = -1; // unbuffered: who is giving now

        Passage(int capacity) {
            this.capacity = capacity;
        }

        void sent(int actor) {
            if (capacity == 0) {
                sender = actor;
                return;
            }
            if (!free.isEmpty() && free.size() + full.size() >= capacity) {
                clocks[actor].join(free.remove());
            }
            full.add(clocks[actor].copy());
            clocks[actor].tick(actor);
        }

        void received(int actor) {
            if (capacity == 0) {
                if (sender >= 0) {
                    meet(actor, sender);
                    sender = -1;
                }
                return;
            }
            Clock sent = full.poll();
            if (sent != null) {
                clocks[actor].join(sent);
                free.add(clocks[actor].copy());
                clocks[actor].tick(actor);
            }
        }

        private void meet(int one, int other) {
            clocks[one].join(clocks[other]);
            clocks[other].join(clocks[one]);
            clocks[one].tick(one);
            clocks[other].tick(other);
        }
    }

    /**
     * An actor accesses memory.
     *
     * @param key the field, or null for an array's element
     * @param index the element
     * @return the access of another that races with it; null if none is known
     */
    public @Nullable Access access(
            int actor, Object base, Location.@Nullable Key key, int index, Site site, int step, boolean writes) {
        Location location = location(base, key, index);
        Clock clock = clocks[actor];
        Access access = new Access(actor, clock.of(actor), site, step, writes);
        Access racing = unknown(location.write, clock);
        if (writes) {
            racing = racing == null ? unknownRead(location, clock) : racing;
            location.write = access;
            location.read = null;
            location.reads = null;
        } else {
            note(location, access, clock);
        }
        return racing;
    }

    private static @Nullable Access unknown(@Nullable Access access, Clock clock) {
        return access == null || access.isKnownTo(clock) ? null : access;
    }

    private static @Nullable Access unknownRead(Location location, Clock clock) {
        if (location.reads == null) {
            return unknown(location.read, clock);
        }
        for (Access read : location.reads) {
            Access racing = unknown(read, clock);
            if (racing != null) {
                return racing;
            }
        }
        return null;
    }

    private void note(Location location, Access read, Clock clock) {
        if (location.reads == null) {
            if (location.read == null || location.read.isKnownTo(clock)) {
                location.read = read;
                return;
            }
            location.reads = new Access[Math.max(actors, 4)];
            location.reads[location.read.actor()] = location.read;
            location.read = null;
        }
        if (location.reads.length <= read.actor()) {
            location.reads = Arrays.copyOf(location.reads, actors);
        }
        location.reads[read.actor()] = read;
    }

    private Location location(Object base, Location.@Nullable Key key, int index) {
        int hash = spread(Location.hash(base, key, index));
        int place = hash & (table.length - 1);
        for (Location at = table[place]; at != null; at = at.next) {
            if (at.is(base, key, index)) {
                return at;
            }
        }
        if (++locations > table.length) {
            grow();
            place = hash & (table.length - 1);
        }
        Location made = new Location(base, key, index);
        made.next = table[place];
        table[place] = made;
        return made;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }

    private void grow() {
        @Nullable Location[] larger = new Location[2 * table.length];
        for (Location head : table) {
            for (Location at = head; at != null; ) {
                Location rest = at.next;
                int place = spread(Location.hash(at.base, at.key, at.index)) & (larger.length - 1);
                at.next = larger[place];
                larger[place] = at;
                at = rest;
            }
        }
        table = larger;
    }

    /** Returns how many places in memory it keeps. */
    public int locations() {
        return locations;
    }
}
