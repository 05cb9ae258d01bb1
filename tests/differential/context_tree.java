// Cancelling a context cancels all below it, and none above or beside it.
//
// Output:
// child: context canceled
// grandchild: context canceled
// sibling lives: true
// parent lives: true
import rendezvous.context.*;

void main() {
    try (CancelContext parent = Context.withCancel(Context.background());
            CancelContext child = Context.withCancel(parent);
            CancelContext grandchild = Context.withCancel(child);
            CancelContext sibling = Context.withCancel(parent)) {
        child.cancel();
        IO.println("child: " + child.err().getMessage());
        IO.println("grandchild: " + grandchild.err().getMessage());
        IO.println("sibling lives: " + (sibling.err() == null));
        IO.println("parent lives: " + (parent.err() == null));
    }
}
