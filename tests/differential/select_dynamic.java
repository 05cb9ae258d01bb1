// The cases of a select can be made while the program runs.
//
// Output:
// case 3 received 30
// case 1 received 10
// case 2 was closed
import rendezvous.chan.*;

void main() throws InterruptedException {
    var channels = new ArrayList<Chan<Integer>>();
    var cases = new ArrayList<ReceiveCase<Integer>>();
    var select = new Select();
    for (int i = 0; i < 4; i++) {
        Chan<Integer> ch = Chan.make(1);
        channels.add(ch);
        cases.add(select.receive(ch));
    }
    channels.get(3).send(30);
    show(cases.get(select.await()));
    channels.get(1).send(10);
    show(cases.get(select.await()));
    channels.get(2).close();
    show(cases.get(select.await()));
}

void show(ReceiveCase<Integer> ran) {
    if (ran.ok()) {
        IO.println("case " + ran.index() + " received " + ran.value());
    } else {
        IO.println("case " + ran.index() + " was closed");
    }
}
