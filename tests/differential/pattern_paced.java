// A ticker sets the pace: one job a tick.
//
// Output:
// job 1
// job 2
// job 3
// not faster than the ticker: true
import rendezvous.chan.*;

void main() throws InterruptedException {
    long begin = System.nanoTime();
    Ticker pace = Ticker.of(Duration.ofMillis(10));
    for (int job = 1; job <= 3; job++) {
        pace.c().receive();
        IO.println("job " + job);
    }
    IO.println("not faster than the ticker: " + (System.nanoTime() - begin >= 30_000_000));
    pace.stop();
}
