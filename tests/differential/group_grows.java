// What a group has started may start more. Who waits, waits for those as well.
//
// Output:
// 31
import java.util.concurrent.atomic.AtomicInteger;
import rendezvous.sync.*;

final WaitGroup group = new WaitGroup();
final AtomicInteger nodes = new AtomicInteger();

void grow(int depth) {
    nodes.incrementAndGet();
    if (depth > 0) {
        group.go(() -> grow(depth - 1));
        group.go(() -> grow(depth - 1));
    }
}

void main() throws InterruptedException {
    group.go(() -> grow(4));
    group.await();
    IO.println(nodes.get());
}
