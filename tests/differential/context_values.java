// The value set nearest above counts, and who looks from above does not see it.
//
// Output:
// parent: ann
// child: bob
// child's room: 7
// parent has no room: true
// two keys of one name are two: true
import rendezvous.context.*;

void main() {
    Context.Key<String> user = Context.key("user");
    Context.Key<Integer> room = Context.key("room");
    Context.Key<String> another = Context.key("user");
    Context parent = Context.withValue(Context.background(), user, "ann");
    Context with = Context.withValue(Context.withValue(parent, room, 7), user, "bob");
    try (CancelContext child = Context.withCancel(with)) {
        IO.println("parent: " + parent.value(user));
        IO.println("child: " + child.value(user));
        IO.println("child's room: " + child.value(room));
        IO.println("parent has no room: " + (parent.value(room) == null));
        IO.println("two keys of one name are two: " + (child.value(another) == null));
    }
}
