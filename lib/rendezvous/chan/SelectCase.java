package rendezvous.chan;

import org.jspecify.annotations.Nullable;

/** A case of a reusable {@link Select}, told from the others by its index. */
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
