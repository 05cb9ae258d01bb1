package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * Things that must happen in a certain order.
 *
 * <p>Any goroutine of the run may tell of them.
 */
public final class Sequence {
    private final Stage stage;
    private final List<String> wanted;
    private final List<String> seen = new ArrayList<>(); // no step of the run lies in its use

    Sequence(Stage stage, List<String> wanted) {
        this.stage = stage;
        this.wanted = List.copyOf(wanted);
    }

    /**
     * Says that something happens now.
     *
     * @throws CheckFailure if something else had to come first
     */
    public void at(String event) {
        seen.add(event);
        if (seen.size() > wanted.size() || !wanted.get(seen.size() - 1).equals(event)) {
            failed();
        }
    }

    /**
     * Fails unless all has happened.
     *
     * @throws CheckFailure if something has not
     */
    public void complete() {
        if (!seen.equals(wanted)) {
            failed();
        }
    }

    private void failed() {
        stage.fail(new CheckFailure(
                "Things happened in another order than promised.",
                String.join(", ", wanted),
                seen.isEmpty() ? "nothing" : String.join(", ", seen)));
    }
}
