// A function set for later runs in a goroutine of its own, unless it is stopped before.
//
// Output:
// stopped: true
// ran
// stopped: false
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> ran = Chan.make();
    Timer never = Timer.afterFunc(Duration.ofHours(1), () -> ran.send("ran too early"));
    IO.println("stopped: " + never.stop());
    Timer soon = Timer.afterFunc(Duration.ofMillis(1), () -> ran.send("ran"));
    IO.println(ran.receive());
    IO.println("stopped: " + soon.stop());
}
