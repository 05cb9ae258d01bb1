// A channel that is only ever closed says that something is done
Chan<Signal> done = Chan.make();
Chan<Integer> work = Chan.make();
go(() -> done.close());
select(
        onReceive(work, n -> println(n)),
        onClosed(done, () -> println("done")));   // Output: done
