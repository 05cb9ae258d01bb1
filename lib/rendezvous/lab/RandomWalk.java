package rendezvous.lab;

import org.jspecify.annotations.Nullable;

/** At each step one of those that are ready, each as likely as the others. */
final class RandomWalk implements Strategy {
    private final long seed;
    private final Random64 random;

    RandomWalk(long seed) {
        this.seed = seed;
        this.random = new Random64(seed);
    }

    @Override
    public void begin() {
        random.seed(seed);
    }

    @Override
    public Strand pick(Scheduler scheduler, @Nullable Strand running) {
        int count = scheduler.readyCount();
        return scheduler.ready(count == 1 ? 0 : random.below(count));
    }

    @Override
    public int draw(int bound) {
        return random.below(bound);
    }
}
