// A select in a loop that must be fast. In Java it is made once, before the loop, and the loop sees its cases.
//
// Output:
// sum 15
// the end
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    Chan<Signal> quit = Chan.make();
    go(() -> {
        for (int i = 1; i <= 5; i++) {
            in.send(i);
        }
        quit.close();
    });
    int sum = 0;
    var select = new Select();
    var value = select.receive(in);
    select.closed(quit);
    while (select.await() == value.index()) {
        sum += value.value();
    }
    IO.println("sum " + sum);
    IO.println("the end");
}
