// Of all who load or store, one stores. All the others find what it stored.
//
// Output:
// 1 stored, 7 found it
import rendezvous.sync.*;

void main() throws InterruptedException {
    SyncMap<String, Integer> m = new SyncMap<>();
    AtomicInteger stored = new AtomicInteger();
    AtomicInteger found = new AtomicInteger();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 8; i++) {
        int me = i;
        group.go(() -> {
            SyncMap.Loaded<Integer> got = m.loadOrStore("winner", me);
            SyncMap.Loaded<Integer> now = m.load("winner");
            if (!got.ok() && got.value().equals(me)) {
                stored.addAndGet(1);
            } else if (got.ok() && got.value().equals(now.value())) {
                found.addAndGet(1);
            }
        });
    }
    group.await();
    IO.println(stored.get() + " stored, " + found.get() + " found it");
}
