// Wait does not return as if all were well when what the group has started panics.
//
// Output:
// before
// Stderr: panic: the soup is burnt
import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    IO.println("before");
    group.go(() -> {
        throw new IllegalStateException("the soup is burnt");
    });
    group.await();
    IO.println("all is well");
}
