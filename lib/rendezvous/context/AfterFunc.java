package rendezvous.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** A function to run when a context is done, unless it is called off before. */
final class AfterFunc extends Child implements Context.Stop {
    private static final VarHandle BODY;

    static {
        try {
            BODY = MethodHandles.lookup().findVarHandle(AfterFunc.class, "body", Body.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final World world;

    @SuppressWarnings("unused") // through BODY
    private volatile @Nullable Body body; // whoever takes it decides what becomes of it

    AfterFunc(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    @Override
    void parentDone(Outcome outcome) {
        letGo();
        Body mine = (Body) BODY.getAndSet(this, null);
        if (mine != null) {
            Goroutine.start(null, world, mine);
        }
    }

    @Override
    public boolean stop() {
        World.point("stops what waits for a context", null);
        boolean prevented = BODY.getAndSet(this, null) != null;
        Attachment attachment = letGo();
        if (attachment != null) {
            attachment.detach();
        }
        return prevented;
    }

    @Override
    public String toString() {
        return "context.afterFunc (" + (body == null ? "started or stopped)" : "waits)");
    }
}
