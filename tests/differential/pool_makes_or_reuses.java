// A pool makes a thing for each who asks while nobody has put one back.
//
// Output:
// made
// made
// two things
import rendezvous.sync.*;

static final class Thing {
    int uses;
}

void main() {
    Pool<Thing> pool = new Pool<>(() -> {
        IO.println("made");
        return new Thing();
    });
    Thing first = pool.get();
    Thing second = pool.get();
    if (first != second) {
        IO.println("two things");
    }
}
