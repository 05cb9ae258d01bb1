// There is room for one, and nobody takes it out.
//
// Output:
// sent 1
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(1);
    for (int i = 1; i <= 2; i++) {
        ch.send(i);
        IO.println("sent " + i);
    }
}
