// Timers fire in the order of their times, not of their making.
//
// Output:
// soon
// later
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> fired = Chan.make();
    Timer.afterFunc(Duration.ofSeconds(2), () -> fired.send("later"));
    Timer.afterFunc(Duration.ofMillis(10), () -> fired.send("soon"));
    IO.println(fired.receive());
    IO.println(fired.receive());
}
