// A default: nothing is ready
Chan<Integer> quiet = Chan.make();
select(
        onReceive(quiet, n -> println(n)),
        otherwise(() -> println("nothing yet")));   // Output: nothing yet
