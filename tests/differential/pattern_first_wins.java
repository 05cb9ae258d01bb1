// Three search for the same thing. The first answer is taken, and nobody waits for ever to give the others.
//
// Possibly: found by a | found by b | found by c
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> answers = Chan.make(3);
    for (String name : List.of("a", "b", "c")) {
        go(() -> answers.send("found by " + name));
    }
    IO.println(answers.receive());
}
