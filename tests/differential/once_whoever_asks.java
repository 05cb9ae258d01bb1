// Once runs what it is first given, however many ask and whatever others give it.
//
// Output:
// runs
// 10 asked
import rendezvous.sync.*;

void main() throws InterruptedException {
    Once once = new Once();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 10; i++) {
        group.go(() -> once.run(() -> IO.println("runs")));
    }
    group.await();
    once.run(() -> IO.println("something else"));
    IO.println("10 asked");
}
