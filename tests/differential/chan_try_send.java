// A send that does not wait succeeds while the buffer has room. Without a buffer and a receiver it does not.
//
// Output:
// sent 3 of 5
// sent 0 of 5
import rendezvous.chan.*;

void main() {
    for (int capacity : new int[] {3, 0}) {
        Chan<Integer> ch = Chan.make(capacity);
        int sent = 0;
        for (int i = 0; i < 5; i++) {
            if (ch.trySend(i)) {
                sent++;
            }
        }
        IO.println("sent " + sent + " of 5");
    }
}
