package rendezvous.sync;

/** What {@link RWMutex#rLocker} returns; two of the same mutex are equal. */
record ReadLocker(RWMutex mutex) implements Locker {
    @Override
    public void lock() throws InterruptedException {
        mutex.rLock();
    }

    @Override
    public void unlock() {
        mutex.rUnlock();
    }

    @Override
    public String toString() {
        return "readers of " + mutex;
    }
}
