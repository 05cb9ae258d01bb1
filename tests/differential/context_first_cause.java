// The first cancellation says why. Later ones change nothing, and the error stays what it is.
//
// Output:
// no cause yet: true
// out of flour
// context canceled
import rendezvous.context.*;

void main() {
    CancelCauseContext ctx = Context.withCancelCause(Context.background());
    IO.println("no cause yet: " + (Context.cause(ctx) == null));
    ctx.cancel(new IOException("out of flour"));
    ctx.cancel(new IOException("out of eggs"));
    ctx.cancel(null);
    IO.println(Context.cause(ctx).getMessage());
    IO.println(ctx.err().getMessage());
}
