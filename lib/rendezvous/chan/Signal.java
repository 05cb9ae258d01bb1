package rendezvous.chan;

/**
 * The value that says no more than "now": what {@code struct{}{}} is in Go.
 *
 * <p>A {@code Chan<Signal>} carries events whose only content is that they happened.
 */
public enum Signal {
    /** The only signal there is. */
    SIGNAL
}
