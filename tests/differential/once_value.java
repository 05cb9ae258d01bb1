// A value is made when somebody first asks for it, and kept.
//
// Output:
// asks
// makes it
// 42
// 42
import java.util.function.Supplier;
import rendezvous.sync.*;

void main() {
    Supplier<Integer> answer = Once.value(() -> {
        IO.println("makes it");
        return 6 * 7;
    });
    IO.println("asks");
    int first = answer.get();
    IO.println(first);
    IO.println(answer.get());
}
