package rendezvous.context;

import org.jspecify.annotations.Nullable;

/**
 * The place of a child in the list of a context's children. It is apart from the child so that a child which is done,
 * and held by somebody, holds no others.
 */
final class Link implements Child.Attachment {
    final CancelNode owner;
    final Child child;

    // Guarded by the owner's lock; once the owner is done they do not change any more.
    @Nullable
    Link previous;

    @Nullable
    Link next;

    Link(CancelNode owner, Child child) {
        this.owner = owner;
        this.child = child;
    }

    @Override
    public void detach() {
        owner.remove(this);
    }
}
