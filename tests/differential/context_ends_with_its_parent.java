// The parent's time runs out long before one's own, and one is done then.
//
// Output:
// context deadline exceeded
// the kitchen closes
import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext kitchen = Context.withTimeoutCause(
            Context.background(), Duration.ofMillis(5), new IOException("the kitchen closes"));
    CancelContext order = Context.withTimeoutCause(kitchen, Duration.ofHours(1), new IOException("the guest leaves"));
    order.done().await();
    IO.println(order.err().getMessage());
    IO.println(Context.cause(order).getMessage());
}
