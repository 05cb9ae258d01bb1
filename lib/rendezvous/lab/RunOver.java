package rendezvous.lab;

/** Ends a thread of a run that is over, where it cannot just be left as it is. */
final class RunOver extends Error {
    RunOver() {
        super("the run is over", null, false, false);
    }
}
