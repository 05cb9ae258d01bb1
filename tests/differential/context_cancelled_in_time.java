// A context that is cancelled before its time has run out was cancelled, and stays so.
//
// Output:
// context canceled
// still context canceled
import rendezvous.context.*;

void main() throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(2);
    CancelContext ctx = Context.withDeadline(Context.background(), deadline);
    CancelContext clock = Context.withDeadline(Context.background(), deadline.plusMillis(1));
    ctx.cancel();
    IO.println(ctx.err().getMessage());
    clock.done().await();
    IO.println("still " + ctx.err().getMessage());
}
