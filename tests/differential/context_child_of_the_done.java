// Who is derived from what is done is done from the start, for the same reason.
//
// Output:
// done
// context canceled
// closed for the night
import static rendezvous.chan.Select.*;

import rendezvous.context.*;

void main() throws InterruptedException {
    CancelCauseContext parent = Context.withCancelCause(Context.background());
    parent.cancel(new IOException("closed for the night"));
    CancelContext child = Context.withTimeout(parent, Duration.ofHours(1));
    select(
            onClosed(child.done(), () -> IO.println("done")),
            otherwise(() -> IO.println("lives")));
    IO.println(child.err().getMessage());
    IO.println(Context.cause(child).getMessage());
}
