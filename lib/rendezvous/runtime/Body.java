package rendezvous.runtime;

/** What a goroutine runs: a piece of code that may throw. */
@FunctionalInterface
public interface Body {
    /**
     * Runs the code.
     *
     * @throws Exception whatever the code throws; the goroutine ends with it
     */
    void run() throws Exception;
}
