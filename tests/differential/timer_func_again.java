// Reset sets a function anew, be it stopped or over, and says whether that kept it from running.
//
// Output:
// stopped: true
// kept from running: false
// ran
// kept from running: false
// ran
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> ran = Chan.make();
    Timer timer = Timer.afterFunc(Duration.ofHours(1), () -> ran.send("ran"));
    IO.println("stopped: " + timer.stop());
    IO.println("kept from running: " + timer.reset(Duration.ofMillis(1)));
    IO.println(ran.receive());
    IO.println("kept from running: " + timer.reset(Duration.ofMillis(1)));
    IO.println(ran.receive());
}
