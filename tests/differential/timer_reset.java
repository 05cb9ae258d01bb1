// Reset sets the timer anew, and says whether it was still running.
//
// Output:
// was running: true
// fired
// was running: false
// fired
import rendezvous.chan.*;

void main() throws InterruptedException {
    Timer timer = Timer.of(Duration.ofHours(1));
    IO.println("was running: " + timer.reset(Duration.ofMillis(1)));
    timer.c().receive();
    IO.println("fired");
    IO.println("was running: " + timer.reset(Duration.ofMillis(1)));
    timer.c().receive();
    IO.println("fired");
}
