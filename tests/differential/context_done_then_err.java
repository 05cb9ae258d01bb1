// The channel of a context is closed when it is done, and only then there is an error. It is done once.
//
// Output:
// not done, no error: true
// done
// context canceled
// still context canceled
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withCancel(Context.background());
    select(
            onClosed(ctx.done(), () -> IO.println("done too early")),
            otherwise(() -> IO.println("not done, no error: " + (ctx.err() == null))));
    go(ctx::cancel);
    ctx.done().await();
    IO.println("done");
    IO.println(ctx.err().getMessage());
    ctx.cancel();
    IO.println("still " + ctx.err().getMessage());
}
