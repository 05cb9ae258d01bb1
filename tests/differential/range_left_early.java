// Leaving a loop over a channel neither closes nor drains it.
//
// Output:
// took 1
// left 2
// next 2
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(4);
    ch.send(1);
    ch.send(2);
    ch.send(3);
    for (int v : ch) {
        IO.println("took " + v);
        break;
    }
    IO.println("left " + ch.len());
    ch.send(4);
    IO.println("next " + ch.receive());
}
