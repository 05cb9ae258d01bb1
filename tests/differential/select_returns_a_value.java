// A function returns from inside a case; in Java, a select is an expression.
//
// Output:
// cached
// computed
// unknown
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

String answer(ReceiveChan<String> cache, ReceiveChan<String> worker) throws InterruptedException {
    Optional<String> known = choose(
            receive(cache, v -> Optional.of(v)),
            orElse(() -> Optional.empty()));
    if (known.isPresent()) {
        return known.get();
    }
    return choose(receiveOk(worker, (v, ok) -> ok ? v : "unknown"));
}

void main() throws InterruptedException {
    Chan<String> cache = Chan.make(1);
    Chan<String> worker = Chan.make(1);
    cache.send("cached");
    worker.send("computed");
    worker.close();
    for (int i = 0; i < 3; i++) {
        IO.println(answer(cache, worker));
    }
}
