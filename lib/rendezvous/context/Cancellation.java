package rendezvous.context;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Ends a context and all below it: a walk through the tree, from each context to its children and back, that holds no
 * lock between two steps and keeps its way in memory of its own, so that no tree is too deep for it.
 *
 * <p>Several threads may walk through one tree, or trees that overlap. Each goes its whole way, leaving out only what is
 * finished: see {@link CancelNode}.
 */
final class Cancellation {
    private final ArrayDeque<Link> way = new ArrayDeque<>(); // the links from the root to where it is
    private @Nullable Throwable failure;

    private Cancellation() {}

    /**
     * Ends them; when it returns or throws all are done, unless it found no memory.
     *
     * @param outcome what they get, but for those that have one and all below these
     */
    static void run(CancelNode root, Outcome outcome) {
        Link children = root.enter(outcome);
        if (children == null) {
            root.finish();
        } else {
            new Cancellation().walk(root, children);
        }
    }

    private void walk(CancelNode root, Link children) {
        CancelNode node = root;
        Link link = children;
        while (true) {
            while (link != null) {
                if (!(link.child instanceof CancelNode child)) {
                    tell(link.child, node);
                } else if (!child.isFinished()) {
                    child.letGo();
                    way.push(link);
                    Link down = child.enter(outcome(node));
                    node = child;
                    link = down;
                    continue;
                }
                link = link.next;
            }
            node.finish();
            if (way.isEmpty()) {
                break;
            }
            Link back = way.pop();
            node = back.owner;
            link = back.next;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void tell(Child child, CancelNode parent) {
        try {
            child.parentDone(outcome(parent));
        } catch (RuntimeException | Error e) { // its goroutine cannot be started; the others are not to suffer
            if (failure == null) {
                failure = e;
            } else if (!failure.equals(e)) {
                failure.addSuppressed(e);
            }
        }
    }

    private static Outcome outcome(CancelNode entered) {
        Outcome outcome = entered.outcome();
        if (outcome == null) {
            throw new AssertionError("a context was entered and has no outcome");
        }
        return outcome;
    }
}
