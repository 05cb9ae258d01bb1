// Cases that give code to run when the select is over
Chan<Integer> in = Chan.make(1);
in.send(1);
Runnable next = choose(
        receive(in, n -> () -> println("next is " + n)),
        orElse(() -> () -> println("nothing is next")));
next.run();   // Output: next is 1
