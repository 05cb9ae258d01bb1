// The length counts what is in the buffer; the capacity never changes. A nil channel has neither.
//
// Output:
// 0 of 3
// 2 of 3
// 1 of 3
// 0 of 0
// 0 of 0
import rendezvous.chan.*;

void show(Chan<String> ch) {
    IO.println(ch.len() + " of " + ch.cap());
}

void main() throws InterruptedException {
    Chan<String> ch = Chan.make(3);
    show(ch);
    ch.send("a");
    ch.send("b");
    show(ch);
    ch.receive();
    show(ch);
    show(Chan.make());
    show(Chan.never());
}
