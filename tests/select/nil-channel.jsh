// A channel variable that is never ready until it is set, as with nil in Go
Chan<Integer> in = Chan.make(1);
Chan<Integer> out = Chan.make(1);
in.send(3);
SendChan<Integer> to = Chan.never();
int pending = 0;
for (int i = 0; i < 2; i++) {
    int got = choose(
            receive(in, n -> n),
            send(to, pending, () -> -1));
    if (got > 0) {
        pending = got * 10;
        to = out;
    }
}
println(out.receive());   // Output: 30
