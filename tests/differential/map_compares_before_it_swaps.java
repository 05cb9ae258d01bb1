// A swap that compares does nothing where there is nothing, or something else. Nothing and nil are two things.
//
// Output:
// absent: false
// nil for absent: false
// stored: true
// stored again: false
// nil is a value: true
// deleted: false
// deleted: true
import rendezvous.sync.*;

void main() {
    SyncMap<String, String> m = new SyncMap<>();
    IO.println("absent: " + m.compareAndSwap("k", "a", "b"));
    IO.println("nil for absent: " + m.compareAndSwap("k", null, "b"));
    m.store("k", "a");
    IO.println("stored: " + m.compareAndSwap("k", "a", null));
    IO.println("stored again: " + m.compareAndSwap("k", "a", "b"));
    IO.println("nil is a value: " + m.compareAndSwap("k", null, "c"));
    IO.println("deleted: " + m.compareAndDelete("k", "b"));
    IO.println("deleted: " + m.compareAndDelete("k", "c"));
}
