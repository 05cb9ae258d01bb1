// One at a time: no count gets lost.
//
// Output:
// 4000
import rendezvous.sync.*;

int count = 0;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 4; i++) {
        group.go(() -> {
            for (int j = 0; j < 1000; j++) {
                mutex.lock();
                count++;
                mutex.unlock();
            }
        });
    }
    group.await();
    IO.println(count);
}
