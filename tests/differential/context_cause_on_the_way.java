// A cause goes down, not up. Who was cancelled before keeps the cause of its own.
//
// Output:
// parent: strike
// early child: headache
// late child: strike
// no reason given: context canceled
import rendezvous.context.*;

void main() {
    CancelCauseContext parent = Context.withCancelCause(Context.background());
    CancelCauseContext early = Context.withCancelCause(parent);
    CancelCauseContext late = Context.withCancelCause(parent);
    early.cancel(new IOException("headache"));
    parent.cancel(new IOException("strike"));
    late.cancel(new IOException("too late to say"));
    IO.println("parent: " + Context.cause(parent).getMessage());
    IO.println("early child: " + Context.cause(early).getMessage());
    IO.println("late child: " + Context.cause(late).getMessage());
    CancelCauseContext other = Context.withCancelCause(Context.background());
    other.cancel(null);
    IO.println("no reason given: " + Context.cause(other).getMessage());
}
