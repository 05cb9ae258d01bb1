package rendezvous.testing;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The combinations under test. */
final class Setups {
    private Setups() {}

    static Stream<Setup> all() {
        return of(0, 1, 2, 100);
    }

    static Stream<Setup> buffered() {
        return of(1, 2, 100);
    }

    static Stream<Setup> unbuffered() {
        return of(0);
    }

    static Stream<Setup> threads() {
        return of(-1);
    }

    private static Stream<Setup> of(int... capacities) {
        return IntStream.of(capacities)
                .boxed()
                .flatMap(capacity -> Stream.of(Threads.values()).map(threads -> new Setup(capacity, threads)));
    }
}
