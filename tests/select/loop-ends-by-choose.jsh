// A loop that goes on until the channel is closed or somebody says stop
Chan<Integer> in = Chan.make(3);
Chan<Signal> stop = Chan.make();
for (int i = 1; i <= 3; i++) {
    in.send(i);
}
in.close();
int[] sum = {0};
boolean more = true;
while (more) {
    more = choose(
            receiveOk(in, (n, ok) -> {
                sum[0] += ok ? n : 0;
                return ok;
            }),
            closed(stop, () -> false));
}
println(sum[0]);   // Output: 6
