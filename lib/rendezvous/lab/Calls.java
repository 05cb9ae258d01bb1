package rendezvous.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The objects of the JDK, made for several threads, whose methods a thread of a run calls. Such a method may call the
 * program's code back: a function for {@code updateAndGet} or {@code computeIfAbsent}, a key's {@code equals}.
 *
 * <p>A call that throws is not told to have ended, so what is here may be more than there is. It is taken for a reason to
 * be careful, never for more.
 */
final class Calls {
    private static final int MOST = 8; // nobody nests deeper; more are of calls that threw

    /** Their methods hold monitors of the JVM's own, which nobody may wait for in a run. */
    private static final Set<String> WITH_MONITORS = Set.of(
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.Vector",
            "java.util.Stack",
            "java.util.Hashtable",
            "java.util.Properties",
            "java.lang.StringBuffer");

    private static final String WRAPPERS = "java.util.Collections$Synchronized";
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final List<Object> objects = new ArrayList<>(1);
    private boolean monitors; // perhaps held

    /** A call begins. */
    void begins(Object object) {
        if (objects.size() == MOST) {
            objects.removeFirst();
        }
        objects.add(object);
        locks(object);
    }

    /** A call begins that holds the object's monitor, if the JDK's are of that kind. */
    void locks(Object object) {
        monitors |= hasMonitors(object.getClass().getName());
    }

    /** A call has returned. */
    @SuppressWarnings("ReferenceEquality") // the object itself
    void ends(Object object) {
        for (int i = objects.size() - 1; i >= 0; i--) {
            if (objects.get(i) == object) {
                objects.subList(i, objects.size()).clear();
                return;
            }
        }
    }

    /** Returns the objects whose methods the thread may be in. */
    List<Object> objects() {
        return objects;
    }

    /** Returns whether the calling thread holds a monitor of the JDK's, so that no other may come between. */
    boolean holdMonitors() {
        monitors = monitors && WALKER.walk(frames -> frames.anyMatch(Calls::holds));
        return monitors;
    }

    private static boolean holds(StackWalker.StackFrame frame) {
        String method = frame.getMethodName();
        return hasMonitors(frame.getClassName())
                && !method.startsWith("search")
                && !method.startsWith("reduce")
                && !(method.equals("forEach") && frame.getClassName().startsWith("java.util.concurrent."));
    }

    private static boolean hasMonitors(String type) {
        return WITH_MONITORS.contains(type) || type.startsWith(WRAPPERS);
    }
}
