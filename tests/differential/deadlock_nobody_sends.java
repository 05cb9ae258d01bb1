// Main waits for what nobody sends.
//
// Output:
// waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    IO.println("waits");
    IO.println(ch.receive());
}
