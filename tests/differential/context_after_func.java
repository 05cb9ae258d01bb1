// A function can be set to run when a context is done. Cancel does not wait for it.
//
// Output:
// cancelled
// runs: context canceled
// stop prevents it: false
// runs at once
import rendezvous.chan.*;
import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withCancel(Context.background());
    Chan<Boolean> goOn = Chan.make();
    Chan<Boolean> over = Chan.make();
    Context.Stop stop = Context.afterFunc(ctx, () -> {
        goOn.receive();
        IO.println("runs: " + ctx.err().getMessage());
        over.send(true);
    });
    ctx.cancel();
    IO.println("cancelled");
    goOn.send(true);
    over.receive();
    IO.println("stop prevents it: " + stop.stop());
    Context.afterFunc(ctx, () -> {
        IO.println("runs at once");
        over.send(true);
    });
    over.receive();
}
