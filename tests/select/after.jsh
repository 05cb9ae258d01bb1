// A time limit
Chan<Integer> quiet = Chan.make();
select(
        onReceive(quiet, n -> println(n)),
        after(ofMillis(1), () -> println("timed out")));   // Output: timed out
