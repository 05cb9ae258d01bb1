// A case that is made once and used in several selects
Chan<Signal> stop = Chan.make();
Clause<RuntimeException> stopped = onClosed(stop, () -> println("stopped"));
select(stopped, otherwise(() -> println("runs")));   // Output: runs
stop.close();
select(stopped, otherwise(() -> println("runs")));   // Output: stopped
