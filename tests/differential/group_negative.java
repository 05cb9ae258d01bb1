// Nobody can be done who was not counted.
//
// Output:
// recovered: sync: negative WaitGroup counter
import rendezvous.sync.*;

void main() {
    try {
        WaitGroup group = new WaitGroup();
        group.add(1);
        group.done();
        group.done();
    } catch (IllegalStateException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
