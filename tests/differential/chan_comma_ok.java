// The second result of a receive says whether the value was sent. A zero that was sent is a value like any other.
//
// Output:
// 5 true
// 0 true
// closed
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(2);
    ch.send(5);
    ch.send(0);
    ch.close();
    for (int i = 0; i < 3; i++) {
        if (ch.receiveOk() instanceof Received(Integer v, boolean ok) && ok) {
            IO.println(v + " " + ok);
        } else {
            IO.println("closed");
        }
    }
}
