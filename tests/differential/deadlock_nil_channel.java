// Nobody can ever send on a nil channel.
//
// Output:
// waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.never();
    IO.println("waits");
    ch.receive();
}
