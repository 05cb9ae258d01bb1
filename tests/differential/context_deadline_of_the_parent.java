// The earlier deadline counts, be it the parent's or one's own.
//
// Output:
// top has one: false
// a later one is the parent's: true
// an earlier one is one's own: true
// a child without one has the parent's: true
import rendezvous.context.*;

void main() {
    IO.println("top has one: " + Context.background().deadline().isPresent());
    Instant at = Instant.now().plus(Duration.ofHours(1));
    try (CancelContext parent = Context.withDeadline(Context.background(), at);
            CancelContext later = Context.withDeadline(parent, at.plus(Duration.ofHours(1)));
            CancelContext earlier = Context.withDeadline(parent, at.minus(Duration.ofMinutes(1)));
            CancelContext child = Context.withCancel(parent)) {
        Instant got = later.deadline().orElseThrow();
        IO.println("a later one is the parent's: " + got.equals(at));
        got = earlier.deadline().orElseThrow();
        IO.println("an earlier one is one's own: " + got.equals(at.minus(Duration.ofMinutes(1))));
        got = child.deadline().orElseThrow();
        IO.println("a child without one has the parent's: " + got.equals(at));
    }
}
