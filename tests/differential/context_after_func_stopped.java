// Stop says whether it kept the function from running. It does so once.
//
// Output:
// true
// false
// the other one runs
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;
import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withCancel(Context.background());
    Chan<String> ran = Chan.make(2);
    Context.Stop stop = Context.afterFunc(ctx, () -> ran.send("the stopped one runs"));
    Context.afterFunc(ctx, () -> ran.send("the other one runs"));
    IO.println(stop.stop());
    IO.println(stop.stop());
    ctx.cancel();
    IO.println(ran.receive());
    select(onReceive(ran, IO::println), otherwise(() -> {}));
}
