// Whichever of sending and receiving can be done
Chan<Integer> in = Chan.make(1);
Chan<Integer> out = Chan.make(1);
for (int i = 0; i < 2; i++) {
    select(
            onReceive(out, n -> println("received " + n)),
            onSend(i == 0 ? out : in, i, () -> println("sent")));
    if (i == 0) {
        in.send(7);
    }
}
// Output: sent
// Output: received 0
