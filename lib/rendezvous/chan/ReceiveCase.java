package rendezvous.chan;

import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A receive in a reusable {@link Select}, and what it received last.
 *
 * {@snippet :
 * Chan<String> words = Chan.make(1);
 * words.send("last");
 * words.close();
 * Select s = new Select();
 * ReceiveCase<String> word = s.receive(words);
 * println(s.await() + " " + word.ok() + " " + word.value());   // Output: 0 true last
 * println(s.await() + " " + word.ok());                        // Output: 0 false
 * word.from(Chan.never());                                     // takes it out of the choice
 * println(s.tryAwait());                                       // Output: -1
 * }
 *
 * <p><b>Differs from Go:</b> in nothing but what {@link SelectCase} says.
 *
 * @param <T> what the channel carries
 */
public final class ReceiveCase<T> extends SelectCase {
    ReceiveCase(Select select, int index, ReceiveChan<T> chan) {
        super(select, index, new Case(Case.Kind.RECEIVE, chan));
    }

    /** Returns whether it received a value when it was last chosen; false if the channel was closed and drained. */
    public boolean ok() {
        return item() != ChanState.CLOSED;
    }

    /**
     * Returns the value that it received when it was last chosen.
     *
     * @throws NoSuchElementException if the channel was closed and drained: see {@link #ok()}
     * @throws IllegalStateException if it has not been chosen yet
     */
    @SuppressWarnings("unchecked") // only a T is ever sent
    public T value() {
        if (!ok()) {
            throw new NoSuchElementException("value of " + this + ": got none, the channel is closed; ask ok() first");
        }
        return (T) Objects.requireNonNull(item());
    }

    /** Receives from this channel from now on; {@link Chan#never()} takes the case out of the choice. */
    public void from(ReceiveChan<? extends T> chan) {
        replace(new Case(Case.Kind.RECEIVE, chan));
    }

    /** Returns what it received when it was last chosen. */
    public Received<T> received() {
        return ok() ? new Received<>(value(), true) : Received.closed();
    }

    private @Nullable Object item() {
        return lastItem();
    }
}
