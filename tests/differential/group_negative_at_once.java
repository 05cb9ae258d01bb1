// The counter may go down by more than one, but not below zero.
//
// Output:
// down to zero
// Stderr: panic: sync: negative WaitGroup counter
import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    group.add(3);
    group.add(-3);
    group.await();
    IO.println("down to zero");
    group.add(2);
    group.add(-3);
}
