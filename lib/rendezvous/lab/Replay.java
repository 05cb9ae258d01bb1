package rendezvous.lab;

import org.jspecify.annotations.Nullable;

/**
 * Follows a list of choices; afterwards whoever runs goes on as long as it can.
 *
 * <p>A choice that does not fit the run is left out, and counted.
 */
final class Replay implements Strategy {
    private final int[] tokens;
    private final boolean endsThere;
    private int next;
    private int misfits;

    Replay(int[] tokens) {
        this(tokens, false);
    }

    /** Follows the choices, and ends the run where they end if that is wanted. */
    Replay(int[] tokens, boolean endsThere) {
        this.tokens = tokens;
        this.endsThere = endsThere;
    }

    @Override
    public void begin() {
        next = 0;
        misfits = 0;
    }

    @Override
    public @Nullable Strand pick(Scheduler scheduler, @Nullable Strand running) {
        while (next < tokens.length) {
            int token = tokens[next++];
            for (int i = 0; i < scheduler.readyCount(); i++) {
                if (scheduler.ready(i).token == token) {
                    return scheduler.ready(i);
                }
            }
            misfits++;
        }
        if (endsThere) {
            return null;
        }
        return running == null ? scheduler.ready(0) : running;
    }

    @Override
    public int draw(int bound) {
        while (next < tokens.length) {
            int token = tokens[next++];
            if (Token.isDrawn(token) && Token.number(token) < bound) {
                return Token.number(token);
            }
            misfits++;
        }
        return 0;
    }

    /** Returns how many choices did not fit the run, those that were never come to included. */
    int misfits() {
        return misfits + tokens.length - next;
    }
}
