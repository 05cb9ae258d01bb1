package rendezvous.context;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;

/** A context with the values of its parent, and nothing else of it. */
final class DetachedContext implements Context {
    final Context parent;
    final Context values;

    DetachedContext(Context parent) {
        this.parent = parent;
        this.values = Lineage.values(parent);
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
        return Description.of(this);
    }
}
