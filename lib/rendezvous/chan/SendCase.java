package rendezvous.chan;

/**
 * A send in a reusable {@link Select}.
 *
 * {@snippet :
 * Chan<Integer> out = Chan.make(2);
 * Select s = new Select();
 * SendCase<Integer> next = s.send(out, 1);
 * s.await();
 * next.value(2);
 * s.await();
 * println(s.tryAwait());                             // Output: -1
 * println(out.receive() + ", " + out.receive());     // Output: 1, 2
 * }
 *
 * <p><b>Differs from Go:</b> in nothing but what {@link SelectCase} says.
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
