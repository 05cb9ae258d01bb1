// A loop over a channel ends when that is closed and drained.
//
// Output:
// tick
// tock
// over
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> ch = Chan.make(2);
    ch.send("tick");
    ch.send("tock");
    ch.close();
    for (String word : ch) {
        IO.println(word);
    }
    IO.println("over");
}
