// A request carries the channel for its answer
record Request(int number, Chan<Integer> answer) {}
Chan<Request> requests = Chan.make();
Chan<Signal> stop = Chan.make();
Goroutine server = go(() -> {
    while (choose(
            receiveOk(requests, (request, ok) -> {
                if (ok) {
                    request.answer().send(request.number() * request.number());
                }
                return ok;
            }),
            closed(stop, () -> false))) {
    }
    println("stopped");
});
Request request = new Request(12, Chan.make());
requests.send(request);
println(request.answer().receive());   // Output: 144
stop.close();
server.await();                        // Output: stopped
