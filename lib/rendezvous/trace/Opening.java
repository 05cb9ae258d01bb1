package rendezvous.trace;

import rendezvous.runtime.Body;
import rendezvous.runtime.Event;

/** A block, and when it began: until then a thread was made for main and found a processor, which is not the block's doing. */
final class Opening implements Body {
    private final Body body;
    private volatile long at;
    private volatile boolean begun;

    Opening(Body body) {
        this.body = body;
    }

    @Override
    public void run() throws Exception {
        at = System.nanoTime();
        begun = true;
        body.run();
    }

    /** Returns when the block began; when it was asked for if it had not by the end. */
    long between(long asked, long end) {
        return begun ? Math.min(at, end) : asked;
    }

    /** Returns the event, at the start if it came before: then it is of main's own start. */
    static Event notBefore(long startNanos, Event event) {
        return event.nanos() >= startNanos
                ? event
                : new Event(startNanos, event.kind(), event.goroutine(), event.subject(), event.value(), event.peer());
    }
}
