package rendezvous.chan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Waiter;

/** The locks of all channels of a select, each once, in an order that is the same for all. */
final class Locks {
    private static final int FEW = 16;

    private final Chan<?>[] chans;
    private int count;

    Locks(Case[] cases) {
        chans = new Chan<?>[cases.length];
        for (Case one : cases) {
            if (one.isLive()) {
                add(one.chan);
            }
        }
        if (count > FEW) {
            sortAndDropDoubles();
        }
    }

    /** Inserts it in its place; many are sorted afterwards. */
    private void add(Chan<?> chan) {
        int at = count;
        if (count <= FEW) {
            while (at > 0 && chans[at - 1].rank() > chan.rank()) {
                at--;
            }
            if (at > 0 && chans[at - 1] == chan) {
                return;
            }
            System.arraycopy(chans, at, chans, at + 1, count - at);
        }
        chans[at] = chan;
        count++;
    }

    private void sortAndDropDoubles() {
        Arrays.sort(chans, 0, count, (a, b) -> Long.compare(a.rank(), b.rank()));
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || chans[kept - 1] != chans[i]) {
                chans[kept++] = chans[i];
            }
        }
        count = kept;
    }

    void lockAll() {
        int first = 0; // the one that was busy: waited for while no other is held
        while (true) {
            int busy = tryAll(first);
            if (busy < 0) {
                return;
            }
            first = busy;
        }
    }

    /** Locks all; returns -1, or which one was busy, and then none is held. Waits for the one given. */
    private int tryAll(int first) {
        if (count == 0) {
            return -1;
        }
        chans[first].lock.lock();
        for (int i = 0; i < count; i++) {
            if (i != first && !chans[i].lock.tryLock()) {
                for (int j = 0; j < i; j++) {
                    if (j != first) {
                        chans[j].lock.unlock();
                    }
                }
                chans[first].lock.unlock();
                return i;
            }
        }
        return -1;
    }

    /** Gives all back; nobody was served. */
    void unlockAll() {
        for (int i = count - 1; i >= 0; i--) {
            chans[i].lock.unlock();
        }
    }

    /** Gives all back; then wakes who was served. */
    void releaseAll() {
        @Nullable Waiter served = null;
        for (int i = count - 1; i >= 0; i--) {
            Waiter chain = chans[i].unlock();
            served = chain == null ? served : chain; // only one case was done
        }
        Waiter.wakeAll(served);
    }

    void unlockAfterFailure() {
        for (int i = 0; i < count; i++) {
            chans[i].lock.unlockAfterFailure();
        }
    }
}
