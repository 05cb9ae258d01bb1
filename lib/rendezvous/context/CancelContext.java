package rendezvous.context;

/**
 * A context that its owner can cancel: the {@code ctx} and the {@code cancel} that Go's {@code WithCancel} returns, in
 * one.
 *
 * <p>Whoever made it cancels it, at the latest when the work is done, and hands it on as a plain {@link Context}, with
 * which nobody can cancel it. A {@code try} block does both: it is Go's {@code defer cancel()}.
 *
 * {@snippet :
 * Chan<String> log = Chan.make(1);
 * try (CancelContext ctx = Context.withCancel(Context.background())) {
 *     go(() -> {
 *         ctx.done().await();
 *         log.send("stopped: " + ctx.err().getMessage());
 *     });
 * }
 * println(log.receive());  // Output: stopped: context canceled
 * }
 *
 * <p><b>Differs from Go:</b> there, a callee that got the context cannot find the cancel function; here a cast finds
 * it, so the type is a promise between programmers, not a wall.
 */
public sealed interface CancelContext extends Context, AutoCloseable permits CancelCauseContext {
    /**
     * Cancels the context and all that were derived from it; does nothing if it is done.
     *
     * <p>When this returns, the context and all built-in ones below it are done, whoever cancelled them. It never waits,
     * neither for those who watch the context nor for functions registered with {@link Context#afterFunc}, and may be
     * called from any thread. It takes time in proportion to the number of contexts that it cancels.
     *
     * <p>If a function registered with {@link Context#afterFunc} cannot be started, for want of memory say, the others
     * are, all contexts are cancelled, and this throws what prevented it. What a context of somebody else's throws when
     * it is told that nobody needs its call any more reaches the caller too.
     *
     * <p><b>Memory consistency effects:</b> what happened before happens before whatever follows the discovery, by
     * {@link #done()} or {@link #err()}, that the context is done, and before what functions do that were registered with
     * {@link Context#afterFunc}.
     */
    void cancel();

    /** Cancels the context: what the end of a {@code try} block calls. */
    @Override
    default void close() {
        cancel();
    }
}
