package rendezvous.chan;

import org.jspecify.annotations.Nullable;

/**
 * A case of a reusable {@link Select}, told from the others by its index.
 *
 * {@snippet :
 * Chan<Signal> stop = Chan.make();
 * Select s = new Select();
 * SelectCase stopped = s.closed(stop);
 * SelectCase late = s.timeout(ofMillis(1));
 * println(s.await() == late.index());      // Output: true
 * stop.close();
 * println(s.await() == stopped.index());   // Output: true
 * }
 *
 * <p><b>Differs from Go:</b> there, {@code reflect.Select} takes its cases anew each time; here they are made once.
 */
public sealed class SelectCase permits ReceiveCase, SendCase {
    private final Select select;
    private final int index;
    private @Nullable Object item;

    SelectCase(Select select, int index, Case operation) {
        this.select = select;
        this.index = index;
        select.put(index, this, operation);
    }

    /** Returns its place among the cases of its select, from 0, in the order in which they were added. */
    public final int index() {
        return index;
    }

    final void replace(Case operation) {
        select.put(index, this, operation);
    }

    final void chosen(@Nullable Object came) {
        item = came;
    }

    /** What came of it when it was last chosen. */
    final Object lastItem() {
        if (item == null) {
            throw new IllegalStateException("case " + index + " of a select: it has not been chosen yet; compare "
                    + "what await() returns with index()");
        }
        return item;
    }

    @Override
    public final String toString() {
        return "case " + index + " (" + select.operation(index) + ")";
    }
}
