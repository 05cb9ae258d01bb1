// A stage that fails ends those before it and those after it, and whoever waits is told of the first failure.
//
// Output:
// 1
// 4
// 3 is too much
import rendezvous.chan.*;
import rendezvous.context.*;
import rendezvous.pattern.*;

void main() throws Exception {
    try (Pipeline<IOException> line = new Pipeline<>(Context.background())) {
        ReceiveChan<Integer> numbers = line.generate(out -> {
            for (int n = 1; ; n++) {
                out.send(n);
            }
        });
        ReceiveChan<Integer> squares = line.map(numbers, n -> {
            if (n == 3) {
                throw new IOException("3 is too much");
            }
            return n * n;
        });
        for (int square : squares) {
            IO.println(square);
        }
        line.await();
    } catch (IOException e) {
        IO.println(e.getMessage());
    }
}
