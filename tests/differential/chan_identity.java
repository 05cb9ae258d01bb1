// Channels are equal if they come from the same make. A map can be keyed by them.
//
// Output:
// true
// false
// the left one
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> left = Chan.make();
    Chan<Integer> right = Chan.make();
    Chan<Chan<Integer>> carrier = Chan.make(1);
    carrier.send(left);
    Chan<Integer> same = carrier.receive();
    IO.println(same == left);
    IO.println(left == right);
    Map<Chan<Integer>, String> names = Map.of(left, "the left one", right, "the right one");
    IO.println(names.get(same));
}
