// A select waits until one of its cases can go on.
//
// Output:
// a number: 7
// a word: seven
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> numbers = Chan.make();
    Chan<String> words = Chan.make();
    Chan<Boolean> next = Chan.make();
    go(() -> {
        numbers.send(7);
        next.receive();
        words.send("seven");
    });
    for (int i = 0; i < 2; i++) {
        select(
                onReceive(numbers, n -> {
                    IO.println("a number: " + n);
                    next.send(true);
                }),
                onReceive(words, w -> IO.println("a word: " + w)));
    }
}
