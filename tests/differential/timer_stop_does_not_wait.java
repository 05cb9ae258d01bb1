// Stop does not wait for a function that runs already.
//
// Output:
// stopped: false
// the function goes on
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Boolean> running = Chan.make();
    Chan<Boolean> goOn = Chan.make();
    Chan<Boolean> over = Chan.make();
    Timer timer = Timer.afterFunc(Duration.ZERO, () -> {
        running.send(true);
        goOn.receive();
        IO.println("the function goes on");
        over.send(true);
    });
    running.receive();
    IO.println("stopped: " + timer.stop());
    goOn.send(true);
    over.receive();
}
