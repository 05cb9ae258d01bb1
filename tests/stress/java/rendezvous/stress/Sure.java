package rendezvous.stress;

import java.util.concurrent.Callable;

/** Runs what may throw a checked exception where none may be thrown: if one comes, that is an error of the test. */
public final class Sure {
    private Sure() {}

    /** Code that may throw. */
    @FunctionalInterface
    public interface Action {
        /** Runs the code. */
        void run() throws Exception;
    }

    /** Runs the code. */
    public static void run(Action action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("want no exception, got " + e, e);
        }
    }

    /** Runs the code and returns what it gives. */
    public static <T> T get(Callable<T> code) {
        try {
            return code.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("want no exception, got " + e, e);
        }
    }
}
