// Three workers share the jobs; each job is done by one of them.
//
// Output:
// 10 results, sum 285
import static rendezvous.chan.Go.*;

import rendezvous.context.*;
import rendezvous.pattern.*;

void main() throws Exception {
    try (WorkerPool<Integer, Integer, RuntimeException> pool =
            new WorkerPool<>(Context.background(), 3, n -> n * n)) {
        go(() -> {
            for (int n = 0; n < 10; n++) {
                pool.submit(n);
            }
            pool.finish();
        });
        int count = 0;
        int sum = 0;
        for (int square : pool.results()) {
            count++;
            sum += square;
        }
        pool.await();
        IO.println(count + " results, sum " + sum);
    }
}
