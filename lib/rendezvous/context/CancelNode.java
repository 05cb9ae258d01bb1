package rendezvous.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Event;
import rendezvous.runtime.Spinlock;
import rendezvous.runtime.World;

/**
 * A context that can be cancelled: a node of the tree through which cancellation spreads.
 *
 * <p>A node's end has four steps, always in this order, each of which any thread may take and none undoes:
 * <ol>
 *   <li>under the lock it gets its outcome; from then on its list of children does not change;
 *   <li>its channel is closed;
 *   <li>the same happens to its children;
 *   <li>it is finished, and forgets them.
 * </ol>
 * Who finds a step not taken takes it, instead of waiting for whoever began: that is how a cancel returns only when
 * everything below is done, although another thread began to cancel a part of it, and how {@link #err()} is not null
 * only if the channel is closed. The lock is a leaf: under it nothing is called and no other lock is taken.
 */
final class CancelNode extends Child implements CancelCauseContext {
    private static final String NAME = "ctx.done()";
    private static final Chan<Signal> CLOSED = Chan.closed(NAME); // for those done before anybody asked
    private static final VarHandle DONE;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(CancelNode.class, "done", Chan.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Context parent;
    final Context values; // where to look for values
    private final Context limit; // where to ask for the deadline: this, if it has one of its own
    private final @Nullable Expiry expiry;

    private final Spinlock lock = new Spinlock();
    private @Nullable Link first;
    private @Nullable Link last;

    private volatile @Nullable Outcome outcome; // written once, under the lock
    private volatile @Nullable Chan<Signal> done; // made when somebody first asks
    private volatile boolean closed; // the channel is closed
    private volatile boolean finished; // all below is done as well

    /** Creates a node that is not connected yet: see {@link Lineage#connect}. */
    CancelNode(Context parent, @Nullable Expiry expiry) {
        this.parent = parent;
        this.values = Lineage.values(parent);
        this.expiry = expiry;
        this.limit = expiry == null ? Lineage.limit(parent) : this;
    }

    /** Makes a context that is done at a moment, unless the parent's is earlier. */
    static CancelNode until(Context parent, Expiry expiry) {
        CancelNode node = new CancelNode(parent, Lineage.endsBefore(parent, expiry) ? null : expiry);
        Lineage.connect(node, parent);
        if (node.expiry != null) {
            node.expiry.set(node);
        }
        return node;
    }

    @Override
    public void cancel() {
        World.point("cancels a context", null);
        end(Outcome.CANCELLED);
    }

    @Override
    public void cancel(@Nullable Throwable cause) {
        World.point("cancels a context", null);
        end(cause == null ? Outcome.CANCELLED : new Outcome(false, cause));
    }

    @Override
    void parentDone(Outcome how) {
        letGo();
        end(how);
    }

    /** Ends it and all below it, and takes leave of its parent. */
    void end(Outcome how) {
        try {
            if (!finished) {
                Cancellation.run(this, how);
            }
        } finally {
            Attachment attachment = finished ? letGo() : null; // unfinished, it is for whoever cancels those above too
            if (attachment != null) {
                attachment.detach();
            }
        }
    }

    /** Takes the first two steps; returns the first child, whose siblings do not change any more. */
    @Nullable
    Link enter(Outcome how) {
        Link children;
        boolean mine = false;
        World.releases(this);
        lock.lock();
        try {
            if (outcome == null) {
                outcome = how;
                mine = true;
            }
            children = first;
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (mine) {
            World.did(Event.Kind.CANCEL, this, null);
        }
        closeDone();
        if (expiry != null) {
            expiry.callOff();
        }
        return children;
    }

    /** Takes the last step, after all children have taken it. */
    void finish() {
        finished = true;
        lock.lock();
        try {
            first = null;
            last = null;
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
    }

    boolean isFinished() {
        return finished;
    }

    private void closeDone() {
        if (closed) {
            return;
        }
        if (!DONE.compareAndSet(this, null, CLOSED)) {
            Chan<Signal> made = done;
            if (made != null && made != CLOSED) {
                try {
                    made.close();
                } catch (ChannelClosedException e) {
                    // Another thread was faster; closed is what it must be.
                }
            }
        }
        closed = true;
    }

    /** Adds a child; false if this is done, and the child must be told now. */
    boolean adopt(Child child) {
        Link link = new Link(this, child);
        boolean lives;
        lock.lock();
        try {
            lives = outcome == null;
            if (lives) {
                link.previous = last;
                if (last == null) {
                    first = link;
                } else {
                    last.next = link;
                }
                last = link;
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (lives) {
            child.attach(link);
        }
        return lives;
    }

    /** Removes a child. */
    void remove(Link link) {
        lock.lock();
        try {
            if (outcome == null) {
                if (link.previous == null) {
                    first = link.next;
                } else {
                    link.previous.next = link.next;
                }
                if (link.next == null) {
                    last = link.previous;
                } else {
                    link.next.previous = link.previous;
                }
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
    }

    /** Returns how many children it has. */
    int children() {
        int children = 0;
        lock.lock();
        for (Link link = first; link != null; link = link.next) {
            children++;
        }
        lock.unlock();
        return children;
    }

    /** Returns how it ended; null if it has not. */
    @Nullable
    Outcome outcome() {
        if (outcome == null) {
            return null;
        }
        World.acquires(this);
        return outcome;
    }

    /** Returns where to ask for the deadline. */
    Context limit() {
        return limit;
    }

    /** Returns when its own time runs out; null if it has no deadline of its own. */
    @Nullable
    Expiry expiry() {
        return expiry;
    }

    @Override
    public Optional<Instant> deadline() {
        return expiry == null ? limit.deadline() : Optional.of(expiry.instant);
    }

    @Override
    public ReceiveChan<Signal> done() {
        Chan<Signal> made = done;
        if (made == null) {
            Chan<Signal> mine = Chan.named(NAME);
            made = DONE.compareAndSet(this, null, mine) ? mine : Objects.requireNonNull(done);
        }
        if (made == CLOSED) {
            World.acquires(this); // that channel is everybody's, and its close says nothing
        }
        return made;
    }

    @Override
    public @Nullable ContextException err() {
        World.point("asks a context for its error", null);
        Outcome how = outcome();
        if (how == null) {
            return null;
        }
        closeDone();
        return how.error();
    }

    @Override
    public <T> @Nullable T value(Key<T> key) {
        return Lineage.value(this, key);
    }

    @Override
    public String toString() {
        return Description.of(this);
    }
}
