// A queue with room for two: who puts waits for room, who takes waits for something to be there.
//
// Output:
// 1
// 2
// 3
// 4
// 5
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond changed = new Cond(mutex);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    go(() -> {
        for (int i = 1; i <= 5; i++) {
            mutex.lock();
            while (queue.size() == 2) {
                changed.await();
            }
            queue.add(i);
            changed.signal();
            mutex.unlock();
        }
    });
    for (int i = 0; i < 5; i++) {
        mutex.lock();
        while (queue.isEmpty()) {
            changed.await();
        }
        IO.println(queue.remove());
        changed.signal();
        mutex.unlock();
    }
}
