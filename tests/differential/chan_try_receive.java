// A receive that does not wait tells three things apart: a value, nothing yet, and nothing ever again.
//
// Output:
// nothing yet
// a value: 7
// closed
import rendezvous.chan.*;

void look(ReceiveChan<Integer> ch) {
    ch.tryReceive().ifPresentOrElse(
            got -> {
                if (got.ok()) {
                    IO.println("a value: " + got.value());
                } else {
                    IO.println("closed");
                }
            },
            () -> IO.println("nothing yet"));
}

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(1);
    look(ch);
    ch.send(7);
    look(ch);
    ch.close();
    look(ch);
}
