// Each half is sorted by a goroutine of its own; the results come as streams, in order.
//
// Output:
// 1 2 3 4 5 6 7 8
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

ReceiveChan<Integer> sorted(List<Integer> values) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        if (values.size() == 1) {
            out.send(values.getFirst());
            out.close();
            return;
        }
        int half = values.size() / 2;
        var left = sorted(values.subList(0, half));
        var right = sorted(values.subList(half, values.size()));
        Received<Integer> a = left.receiveOk();
        Received<Integer> b = right.receiveOk();
        while (a.ok() || b.ok()) {
            if (a.ok() && (!b.ok() || a.value() < b.value())) {
                out.send(a.value());
                a = left.receiveOk();
            } else {
                out.send(b.value());
                b = right.receiveOk();
            }
        }
        out.close();
    });
    return out;
}

void main() {
    List<String> words = new ArrayList<>();
    for (int v : sorted(List.of(5, 2, 8, 1, 7, 3, 6, 4))) {
        words.add(String.valueOf(v));
    }
    IO.println(String.join(" ", words));
}
