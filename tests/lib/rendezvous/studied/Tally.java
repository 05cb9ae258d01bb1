package rendezvous.studied;

/** A count that two goroutines may share, with and without a lock of its own. */
public final class Tally {
    private int count;

    public void addPlainly() {
        count++;
    }

    public synchronized void addUnderLock() {
        count++;
    }

    public int count() {
        return count;
    }
}
