// Four goroutines use what a pool gives. Each has its thing alone, so no use of it is lost.
//
// Output:
// 4000 uses
import rendezvous.sync.*;

static final class Thing {
    int uses;
}

void main() throws InterruptedException {
    Set<Thing> all = ConcurrentHashMap.newKeySet();
    Pool<Thing> pool = new Pool<>(() -> {
        Thing made = new Thing();
        all.add(made);
        return made;
    });
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 4; i++) {
        group.go(() -> {
            for (int j = 0; j < 1000; j++) {
                Thing mine = pool.get();
                mine.uses++;
                pool.put(mine);
            }
        });
    }
    group.await();
    int uses = 0;
    for (Thing one : all) {
        uses += one.uses;
    }
    IO.println(uses + " uses");
}
