package rendezvous.context;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;

/** The contexts at the top: nothing ever happens to them. */
enum EmptyContext implements Context {
    BACKGROUND("context.background"),
    TODO("context.todo");

    private final String text;

    EmptyContext(String text) {
        this.text = text;
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public ReceiveChan<Signal> done() {
        return Chan.never();
    }

    @Override
    public @Nullable ContextException err() {
        return null;
    }

    @Override
    public <T> @Nullable T value(Key<T> key) {
        return Lineage.value(this, key);
    }

    @Override
    public String toString() {
        return text;
    }
}
