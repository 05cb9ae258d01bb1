// Where an answer and the end of the context are there at once, either may be taken.
//
// Outcomes: the answer | context canceled
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;
import rendezvous.context.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withCancel(Context.background());
    Chan<String> answer = Chan.make(1);
    answer.send("the answer");
    ctx.cancel();
    IO.println(choose(
            receive(answer, said -> said),
            closed(ctx.done(), () -> ctx.err().getMessage())));
}
