// After its value was received, a timer can no longer be stopped.
//
// Output:
// false
import rendezvous.chan.*;

void main() throws InterruptedException {
    Timer timer = Timer.of(Duration.ofMillis(1));
    timer.c().receive();
    IO.println(timer.stop());
}
