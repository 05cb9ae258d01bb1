// The same as an expression, its channel only for receiving
Chan<Signal> stop = Chan.make();
ReceiveChan<Signal> stopped = stop;
stop.close();
String why = choose(
        receive(Chan.<String>never(), word -> word),
        closed(stopped, () -> "stopped"));
println(why);   // Output: stopped
