// A group can be used again when all who waited have returned.
//
// Output:
// round 1: 5
// round 2: 10
// round 3: 15
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    AtomicInteger count = new AtomicInteger();
    for (int round = 1; round <= 3; round++) {
        for (int i = 0; i < 5; i++) {
            group.go(() -> count.incrementAndGet());
        }
        group.await();
        IO.println("round " + round + ": " + count.get());
    }
}
