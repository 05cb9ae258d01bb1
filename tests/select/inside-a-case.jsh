// A select in the code of another
Chan<Integer> in = Chan.make(1);
Chan<Integer> out = Chan.make(1);
in.send(8);
select(
        onReceive(in, n -> select(
                onSend(out, n, () -> println("passed on " + n)),   // Output: passed on 8
                after(ofSeconds(60), () -> println("nobody wants " + n)))),
        after(ofSeconds(60), () -> println("nothing came")));
println(out.receive());   // Output: 8
