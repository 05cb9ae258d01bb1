// The cause that is given with a timeout is for the timeout, and not for a cancellation.
//
// Output:
// context deadline exceeded: too slow
// context canceled: context canceled
import rendezvous.context.*;

void main() throws InterruptedException {
    IOException slow = new IOException("too slow");
    CancelContext late = Context.withTimeoutCause(Context.background(), Duration.ofMillis(50), slow);
    late.done().await();
    late.cancel();
    IO.println(late.err().getMessage() + ": " + Context.cause(late).getMessage());
    CancelContext cancelled = Context.withTimeoutCause(Context.background(), Duration.ofHours(1), slow);
    cancelled.cancel();
    IO.println(cancelled.err().getMessage() + ": " + Context.cause(cancelled).getMessage());
}
