package rendezvous.lab;

/** Numbers that look random and are the same for the same seed on every machine: SplitMix64, by Steele, Lea and Flood. */
final class Random64 {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Random64(long seed) {
        this.state = seed;
    }

    /** Begins anew, as if just made. */
    void seed(long seed) {
        this.state = seed;
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Returns a number from 0 up to below the bound, which is positive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    static long mix(long number) {
        long z = number;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
