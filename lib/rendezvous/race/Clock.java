package rendezvous.race;

import java.util.Arrays;

/**
 * A vector clock: how much of what each actor did is known. One clock is at or before another if it is so in each
 * component; then what the first stands for happens before what the second stands for.
 */
final class Clock {
    private int[] times;

    Clock() {
        this.times = new int[4];
    }

    private Clock(int[] times) {
        this.times = times;
    }

    /** Returns how much is known of an actor. */
    int of(int actor) {
        return actor < times.length ? times[actor] : 0;
    }

    /** Lets the actor's own component go on by one. */
    void tick(int actor) {
        room(actor + 1);
        times[actor]++;
    }

    /** Learns all that the other knows. */
    void join(Clock other) {
        room(other.times.length);
        for (int i = 0; i < other.times.length; i++) {
            times[i] = Math.max(times[i], other.times[i]);
        }
    }

    Clock copy() {
        return new Clock(times.clone());
    }

    private void room(int size) {
        if (times.length < size) {
            times = Arrays.copyOf(times, Math.max(size, 2 * times.length));
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(times);
    }
}
