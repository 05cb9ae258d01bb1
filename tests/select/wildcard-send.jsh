// A channel that takes integers among others
Chan<Object> objects = Chan.make(1);
SendChan<? super Integer> integers = objects;
select(onSend(integers, 6, () -> println("sent")));   // Output: sent
println(objects.receive());                           // Output: 6
