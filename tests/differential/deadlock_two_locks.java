// Two who need two locks, and take them in opposite order.
//
// Output:
// each has one
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.chan.*;
import rendezvous.sync.*;

final Chan<Boolean> hasOne = Chan.make();
final Chan<Boolean> goOn = Chan.make();

void eats(Mutex first, Mutex second) throws InterruptedException {
    first.lock();
    hasOne.send(true);
    goOn.await();
    second.lock();
}

void main() throws InterruptedException {
    Mutex knife = new Mutex();
    Mutex fork = new Mutex();
    WaitGroup eaters = new WaitGroup();
    eaters.go(() -> eats(knife, fork));
    eaters.go(() -> eats(fork, knife));
    hasOne.receive();
    hasOne.receive();
    IO.println("each has one");
    goOn.close();
    eaters.await();
    IO.println("all have eaten");
}
