// The value to send is computed once, when the select begins, though another case is chosen
Chan<Integer> full = Chan.make();
Chan<Integer> free = Chan.make(1);
java.util.concurrent.atomic.AtomicInteger calls = new java.util.concurrent.atomic.AtomicInteger();
select(
        onSend(full, calls.incrementAndGet() * 10, () -> println("full")),
        onSend(free, calls.incrementAndGet() * 10, () -> println("free")));   // Output: free
println(free.receive() + " after " + calls + " calls");                      // Output: 20 after 2 calls
