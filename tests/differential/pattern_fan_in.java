// What comes on several channels comes on one, and each one's values in their order.
//
// Output:
// in order: true
// sum 4950
import rendezvous.chan.*;
import rendezvous.context.*;
import rendezvous.pattern.*;

ReceiveChan<Integer> count(Context ctx, int from, int until) {
    return Patterns.of(ctx, IntStream.range(from, until).boxed().toArray(Integer[]::new));
}

void main() {
    try (CancelContext ctx = Context.withCancel(Context.background())) {
        Map<Boolean, Integer> next = new HashMap<>(Map.of(true, 0, false, 50));
        boolean inOrder = true;
        int sum = 0;
        for (int v : Patterns.fanIn(ctx, count(ctx, 0, 50), count(ctx, 50, 100))) {
            inOrder = inOrder && next.get(v < 50) == v;
            next.put(v < 50, v + 1);
            sum += v;
        }
        IO.println("in order: " + inOrder);
        IO.println("sum " + sum);
    }
}
