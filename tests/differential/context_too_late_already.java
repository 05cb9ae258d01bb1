// A deadline that has passed, or a timeout of nothing, is over from the start.
//
// Output:
// context deadline exceeded
// context deadline exceeded
// context deadline exceeded
import rendezvous.context.*;

void main() {
    Context top = Context.background();
    Context past = Context.withDeadline(top, Instant.now().minus(Duration.ofHours(1)));
    IO.println(past.err().getMessage());
    Context none = Context.withTimeout(top, Duration.ZERO);
    IO.println(none.err().getMessage());
    Context less = Context.withTimeout(top, Duration.ofHours(-1));
    IO.println(less.err().getMessage());
}
