// Workers stop when the context is done, wherever they wait.
//
// Output:
// got 3
// workers stopped: 3
import static rendezvous.chan.Select.*;

import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.chan.*;
import rendezvous.context.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    CancelContext ctx = Context.withCancel(Context.background());
    Chan<Integer> numbers = Chan.make();
    WaitGroup workers = new WaitGroup();
    AtomicInteger stopped = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
        workers.go(() -> {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = choose(
                        send(numbers, 1, () -> true),
                        closed(ctx.done(), () -> false));
            }
            stopped.incrementAndGet();
        });
    }
    IO.println("got " + (numbers.receive() + numbers.receive() + numbers.receive()));
    ctx.cancel();
    workers.await();
    IO.println("workers stopped: " + stopped.get());
}
