// A send on an unbuffered channel ends only when its value is received: what the receiver did before that is done.
//
// Output:
// the cup is on the table
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

String place = "nowhere";

void main() throws InterruptedException {
    Chan<String> ready = Chan.make();
    go(() -> {
        place = "on the table";
        ready.receive();
    });
    ready.send("coffee");
    IO.println("the cup is " + place);
}
