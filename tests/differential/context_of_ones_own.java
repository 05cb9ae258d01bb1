// A context of one's own: what is derived from it is done when it is, and says why.
//
// Output:
// the child lives: true
// it is for ann
// context canceled
import rendezvous.chan.*;
import rendezvous.context.*;

enum Asks implements Context.Key<String> {
    USER
}

record Whistle(Chan<Signal> done) implements Context {
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    public ContextException err() {
        return done.tryReceive().isPresent() ? new CancelledException() : null;
    }

    @SuppressWarnings("unchecked")
    public <T> T value(Key<T> key) {
        return key == Asks.USER ? (T) "ann" : null;
    }
}

void main() throws InterruptedException {
    Whistle own = new Whistle(Chan.make());
    try (CancelContext child = Context.withCancel(own)) {
        IO.println("the child lives: " + (child.err() == null));
        IO.println("it is for " + child.value(Asks.USER));
        own.done().close();
        child.done().await();
        IO.println(child.err().getMessage());
    }
}
