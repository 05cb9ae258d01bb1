package rendezvous.exercise;

import org.jspecify.annotations.Nullable;
import rendezvous.lab.Run;

/**
 * What a check found: a sentence in the learner's words, what was expected and what came instead.
 *
 * <p>Code in the three texts stands between backticks.
 */
public final class CheckFailure extends AssertionError {
    private final String expected;
    private final String got;
    private transient @Nullable Run run;

    /**
     * Creates a finding.
     *
     * @param found what happened; one sentence, with its full stop
     * @param expected what should have happened; no full stop. May be empty
     * @param got what happened instead; no full stop. May be empty
     */
    public CheckFailure(String found, String expected, String got) {
        super(found);
        this.expected = expected;
        this.got = got;
    }

    /** Creates a finding that needs no comparison. */
    public CheckFailure(String found) {
        this(found, "", "");
    }

    /** Notes the run that shows it. */
    CheckFailure in(Run shown) {
        run = shown;
        return this;
    }

    /** Returns the run that shows it, in the simplest schedule that was found; null if it needs none. */
    @Nullable
    Run run() {
        return run;
    }

    /** Returns what happened. */
    public String found() {
        return String.valueOf(getMessage());
    }

    /** Returns what should have happened; may be empty. */
    public String expected() {
        return expected;
    }

    /** Returns what happened instead; may be empty. */
    public String got() {
        return got;
    }
}
