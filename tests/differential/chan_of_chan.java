// A channel carries channels: each request brings the one on which it wants its reply.
//
// Output:
// HELLO
// WORLD
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

record Request(String word, Chan<String> reply) {}

void main() throws InterruptedException {
    Chan<Request> requests = Chan.make();
    go(() -> {
        for (Request r : requests) {
            r.reply().send(r.word().toUpperCase(Locale.ROOT));
        }
    });
    for (String word : List.of("hello", "world")) {
        Chan<String> reply = Chan.make();
        requests.send(new Request(word, reply));
        IO.println(reply.receive());
    }
}
