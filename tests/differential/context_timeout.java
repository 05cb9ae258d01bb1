// When its time has run out a context is done, and says that it was that.
//
// Output:
// done
// context deadline exceeded
// exceeded: true
// canceled: false
// still context deadline exceeded
import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withTimeout(Context.background(), Duration.ofMillis(50));
    ctx.done().await();
    IO.println("done");
    IO.println(ctx.err().getMessage());
    IO.println("exceeded: " + (ctx.err() instanceof DeadlineExceededException));
    IO.println("canceled: " + (ctx.err() instanceof CancelledException));
    ctx.cancel();
    IO.println("still " + ctx.err().getMessage());
}
