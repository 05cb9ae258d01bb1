package rendezvous.context;

import java.util.concurrent.atomic.AtomicBoolean;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** A goroutine that waits until a context of somebody else's is done, for a child that must be told. */
final class Watch implements Child.Attachment {
    private final AtomicBoolean over = new AtomicBoolean(); // it has told, or need not any more
    private final Goroutine goroutine;

    private Watch(Child child, Context foreign, ReceiveChan<Signal> done) {
        goroutine = Goroutine.start("context watch", World.current(), () -> run(child, foreign, done));
    }

    static void start(Child child, Context foreign, ReceiveChan<Signal> done) {
        child.attach(new Watch(child, foreign, done));
    }

    private void run(Child child, Context foreign, ReceiveChan<Signal> done) throws InterruptedException {
        try {
            done.await();
        } catch (InterruptedException e) {
            if (over.compareAndSet(false, true)) { // not by us: nobody would tell the child any more
                child.parentDone(new Outcome(false, e));
                throw e;
            }
            return;
        }
        if (over.compareAndSet(false, true)) {
            Lineage.tell(child, foreign);
        }
    }

    @Override
    public void detach() {
        if (over.compareAndSet(false, true)) {
            goroutine.interrupt();
        }
    }
}
