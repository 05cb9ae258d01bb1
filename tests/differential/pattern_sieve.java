// A chain of goroutines, one for each prime found so far, lets through what its prime does not divide.
//
// Output:
// 2 3 5 7 11 13 17 19 23 29
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

ReceiveChan<Integer> from(int first) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        for (int v = first; ; v++) {
            out.send(v);
        }
    });
    return out;
}

ReceiveChan<Integer> without(int prime, ReceiveChan<Integer> in) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        for (int v : in) {
            if (v % prime != 0) {
                out.send(v);
            }
        }
    });
    return out;
}

void main() throws InterruptedException {
    List<String> primes = new ArrayList<>();
    ReceiveChan<Integer> candidates = from(2);
    for (int i = 0; i < 10; i++) {
        int prime = candidates.receive();
        primes.add(String.valueOf(prime));
        candidates = without(prime, candidates);
    }
    IO.println(String.join(" ", primes));
}
