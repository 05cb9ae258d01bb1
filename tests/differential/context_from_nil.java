// No context can be derived from none, and no value be set for no key.
//
// Output:
// recovered: cannot create context from nil parent
// recovered: nil key
import rendezvous.context.*;

void attempt(Runnable derive) {
    try {
        derive.run();
    } catch (NullPointerException e) {
        IO.println("recovered: " + e.getMessage());
    }
}

void main() {
    attempt(() -> Context.withCancel(null));
    attempt(() -> Context.withValue(Context.background(), null, "ann"));
}
