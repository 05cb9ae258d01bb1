// What must be finished has the values of its parent, and neither its deadline nor its end.
//
// Output:
// parent: context deadline exceeded
// the log lives: true
// it has no deadline: true
// it writes for ann
// its own child: context canceled
import rendezvous.context.*;

void main() {
    Context.Key<String> user = Context.key("user");
    Context top = Context.withValue(Context.background(), user, "ann");
    Context parent = Context.withTimeout(top, Duration.ZERO);
    Context log = Context.withoutCancel(parent);
    IO.println("parent: " + parent.err().getMessage());
    IO.println("the log lives: " + (log.err() == null && Context.cause(log) == null));
    IO.println("it has no deadline: " + log.deadline().isEmpty());
    IO.println("it writes for " + log.value(user));
    CancelContext child = Context.withCancel(log);
    child.cancel();
    IO.println("its own child: " + child.err().getMessage());
}
