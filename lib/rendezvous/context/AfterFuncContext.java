package rendezvous.context;

import rendezvous.runtime.Body;

/**
 * A context of your own that can call back when it is done.
 *
 * <p>A context that is derived from one of somebody else's has to learn when that is done. If that is a plain
 * {@link Context}, a goroutine waits for it; if it implements this, it is asked to call back, and no goroutine is needed.
 *
 * {@snippet :
 * import rendezvous.runtime.Body;
 *
 * class Stoppable implements AfterFuncContext {
 *     private final CancelContext stop = Context.withCancel(Context.background());
 *
 *     public Optional<Instant> deadline() { return Optional.empty(); }
 *     public ReceiveChan<Signal> done() { return stop.done(); }
 *     public ContextException err() { return stop.err(); }
 *     public <T> T value(Context.Key<T> key) { return null; }
 *     public Context.Stop afterFunc(Body body) { return Context.afterFunc(stop, body); }
 * }
 * Stoppable parent = new Stoppable();
 * CancelContext child = Context.withCancel(parent);
 * parent.stop.cancel();
 * child.done().await();
 * println(child.err().getMessage());   // Output: context canceled
 * }
 *
 * <p><b>Differs from Go:</b> there, it is enough that a context has a method of that name; here it says that it has.
 */
public interface AfterFuncContext extends Context {
    /**
     * Arranges that the code runs once, in a goroutine of its own, when this context is done; at once if it is.
     *
     * <p>It is called when a context is derived from this one, and by {@link Context#afterFunc}.
     *
     * @param body what to run
     * @return the handle to call it off; its {@code stop} is called, with no lock held, when the derived context is
     *     cancelled before this one
     */
    Context.Stop afterFunc(Body body);
}
