// A function that sets its own timer anew runs again and again, until it does not.
//
// Output:
// 3
// 2
// 1
// lift off
import rendezvous.chan.*;

int count = 3;

void main() throws InterruptedException {
    Chan<Timer> set = Chan.make(1);
    Chan<Boolean> over = Chan.make();
    set.send(Timer.afterFunc(Duration.ofMillis(1), () -> {
        Timer timer = set.receive();
        IO.println(count);
        count--;
        if (count == 0) {
            over.close();
            return;
        }
        set.send(timer);
        timer.reset(Duration.ofMillis(1));
    }));
    over.await();
    IO.println("lift off");
}
