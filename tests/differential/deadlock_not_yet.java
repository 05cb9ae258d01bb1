// As long as a timer runs, it is no deadlock: it can still send.
//
// Output:
// woken by the timer
// woken by the context
import rendezvous.chan.*;
import rendezvous.context.*;

void main() throws InterruptedException {
    Chan<String> ch = Chan.make();
    Timer.afterFunc(Duration.ofMillis(150), () -> ch.send("woken by the timer"));
    IO.println(ch.receive());
    try (CancelContext ctx = Context.withTimeout(Context.background(), Duration.ofMillis(150))) {
        ctx.done().await();
        IO.println("woken by the context");
    }
}
