// A receive of a value from a closed channel throws: there is none
Chan<Integer> numbers = Chan.make();
numbers.close();
select(onReceive(numbers, n -> println(n)));   // Throws: ChannelClosedException: receive from closed channel
