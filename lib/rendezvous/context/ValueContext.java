package rendezvous.context;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;

/** A context with one value more than its parent. */
final class ValueContext implements Context {
    final Context parent;
    final Context scope; // the nearest above that is not of this kind: what is not about values is asked there
    final Context next; // where to look for other values
    final Key<?> key;
    final @Nullable Object value;

    ValueContext(Context parent, Key<?> key, @Nullable Object value) {
        this.parent = parent;
        this.scope = Lineage.scope(parent);
        this.next = Lineage.values(parent);
        this.key = key;
        this.value = value;
    }

    @Override
    public Optional<Instant> deadline() {
        return scope.deadline();
    }

    @Override
    public ReceiveChan<Signal> done() {
        return scope.done();
    }

    @Override
    public @Nullable ContextException err() {
        return scope.err();
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
