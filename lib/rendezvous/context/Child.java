package rendezvous.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What is told, once, when the context is done that it is attached to. */
abstract sealed class Child permits CancelNode, AfterFunc {
    /** What ties a child to a context: the child lets go of it when it need not be told any more. */
    interface Attachment {
        /** Unties it; does nothing if the context is done. Called with no lock held. */
        void detach();
    }

    private static final Attachment GONE = () -> {};
    private static final VarHandle ATTACHMENT;

    static {
        try {
            ATTACHMENT = MethodHandles.lookup().findVarHandle(Child.class, "attachment", Attachment.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through ATTACHMENT
    private volatile @Nullable Attachment attachment; // null while there is none yet, GONE for ever

    /** Takes note of the attachment just made, or detaches it if nothing needs to be told any more. */
    final void attach(Attachment made) {
        if (!ATTACHMENT.compareAndSet(this, null, made)) {
            made.detach();
        }
    }

    /** Forgets the attachment, now and for ever; returns it for the caller to detach, null if there is none. */
    final @Nullable Attachment letGo() {
        return (Attachment) ATTACHMENT.getAndSet(this, GONE);
    }

    /** Takes note that the context is done by which it was to be told. Called with no lock held. */
    abstract void parentDone(Outcome outcome);
}
