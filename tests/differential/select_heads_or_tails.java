// Of two cases that are ready, either may be chosen.
//
// Outcomes: heads | tails
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> heads = Chan.make(1);
    Chan<String> tails = Chan.make(1);
    heads.send("heads");
    tails.send("tails");
    select(
            onReceive(heads, side -> IO.println(side)),
            onReceive(tails, side -> IO.println(side)));
}
