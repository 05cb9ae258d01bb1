// A channel that takes part only if a condition holds
Chan<Integer> in = Chan.make(1);
in.send(1);
for (boolean open : List.of(false, true)) {
    select(
            onReceive(open ? in : Chan.never(), n -> println("received " + n)),
            otherwise(() -> println("shut")));
}
// Output: shut
// Output: received 1
