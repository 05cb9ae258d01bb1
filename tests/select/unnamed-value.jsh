// A value that nobody needs
Chan<Integer> ticks = Chan.make(2);
ticks.send(1);
ticks.close();
select(onReceive(ticks, _ -> println("tick")));                        // Output: tick
select(onReceiveOk(ticks, (_, ok) -> println(ok ? "tick" : "over")));  // Output: over
