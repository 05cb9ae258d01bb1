// A select is what a goroutine runs
Chan<Integer> in = Chan.make();
Chan<Signal> stop = Chan.make();
Goroutine reader = go(() -> select(
        onReceive(in, n -> println("got " + n)),
        onClosed(stop, () -> println("stopped"))));
in.send(5);
reader.await();   // Output: got 5
