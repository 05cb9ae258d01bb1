package rendezvous.race;

/** A class under study could not be rewritten, so that races in it would not be seen. */
public final class NotInstrumentedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String type;

    NotInstrumentedException(String type, Throwable cause, int others) {
        super(
                "the race detector cannot look into the class " + type + (others > 0 ? " and " + others + " more" : "")
                        + ": " + cause + ". Without it races would be missed, so the run says nothing.",
                cause);
        this.type = type;
    }

    /** Returns the class's name. */
    public String type() {
        return type;
    }
}
