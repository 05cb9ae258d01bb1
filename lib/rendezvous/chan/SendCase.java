package rendezvous.chan;

/**
 * A send in a reusable {@link Select}.
 *
 * @param <T> what the channel carries
 */
public final class SendCase<T> extends SelectCase {
    private SendChan<? super T> chan;
    private T value;

    SendCase(Select select, int index, SendChan<? super T> chan, T value) {
        super(select, index, new Case(chan, value));
        this.chan = chan;
        this.value = value;
    }

    /** Sends this value from now on. */
    public void value(T value) {
        replace(new Case(chan, value));
        this.value = value;
    }

    /** Sends on this channel from now on; {@link Chan#never()} takes the case out of the choice. */
    public void to(SendChan<? super T> chan) {
        replace(new Case(chan, value));
        this.chan = chan;
    }
}
