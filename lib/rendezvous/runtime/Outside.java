package rendezvous.runtime;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Code that no thread runs yet, and that the outside can set off: shutdown hooks and signal handlers. A program may well
 * wait until somebody presses Ctrl-C.
 *
 * <p>The JDK has no method that says whether there are any. Where its insides are opened to this they are read. Elsewhere
 * it is at least known that there are none if the classes that keep them have never been loaded. To ask for a class loads
 * it, so this works once, when nothing else is in doubt; afterwards nothing is known.
 */
final class Outside {
    private static final String HOOKS = "java.lang.ApplicationShutdownHooks";
    private static final String SIGNALS = "jdk.internal.misc.Signal";

    /** The class through which programs handle signals; the one behind it handles the JVM's own. */
    private static final String SIGNALS_OF_PROGRAMS = "sun.misc.Signal";

    /** The JDK's handlers: what the system does, and what ends the program. */
    private static final Set<String> JDK_HANDLERS =
            Set.of("jdk.internal.misc.Signal$NativeHandler", "java.lang.Terminator$1");

    private static final Set<Object> MACHINERY = Collections.newSetFromMap(new IdentityHashMap<>());

    private static boolean asked;

    private Outside() {}

    /** Says that what is registered now runs none of the program's code. */
    static synchronized void trustPresent() {
        List<Object> present = registered();
        if (present != null) {
            MACHINERY.addAll(present);
        }
    }

    /** Returns whether it is certain that the outside can set off nothing. */
    static synchronized boolean isSilent() {
        List<Object> present = registered();
        if (present != null) {
            return MACHINERY.containsAll(present);
        }
        if (asked) {
            return false;
        }
        asked = true;
        return hasNeverBeenLoaded(HOOKS) && hasNeverBeenLoaded(SIGNALS_OF_PROGRAMS);
    }

    /** Returns all hooks and handlers but the JDK's own; null if they cannot be read. */
    private static @Nullable List<Object> registered() {
        Module jdk = Object.class.getModule();
        Module here = Outside.class.getModule();
        if (!jdk.isOpen("java.lang", here) || !jdk.isOpen("jdk.internal.misc", here)) {
            return null; // and the classes must not be loaded
        }
        try {
            List<Object> found = new ArrayList<>();
            Class<?> keeper = Class.forName(HOOKS);
            Field hooks = keeper.getDeclaredField("hooks");
            Field handlers = Class.forName(SIGNALS).getDeclaredField("handlers");
            hooks.setAccessible(true);
            handlers.setAccessible(true);
            synchronized (keeper) { // as those do who register one
                Object all = hooks.get(null);
                Set<?> threads = all == null ? Set.of(keeper) : ((Map<?, ?>) all).keySet(); // none: they run already
                for (Object thread : threads) {
                    if (!closesPictures(thread)) {
                        found.add(thread);
                    }
                }
            }
            Map<?, ?> all = (Map<?, ?>) Objects.requireNonNull(handlers.get(null));
            synchronized (all) {
                all.values().stream()
                        .filter(handler ->
                                !JDK_HANDLERS.contains(handler.getClass().getName()))
                        .forEach(found::add);
            }
            return found;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** Returns whether a hook is the JDK's that closes files of pictures: whoever has read or written one has it. */
    private static boolean closesPictures(Object hook) throws ReflectiveOperationException {
        if (hook.getClass() != Thread.class) {
            return false;
        }
        Field holder = Thread.class.getDeclaredField("holder");
        holder.setAccessible(true);
        Object held = Objects.requireNonNull(holder.get(hook));
        Field task = held.getClass().getDeclaredField("task");
        task.setAccessible(true);
        Object code = task.get(held);
        return code != null
                && code.getClass().getName().startsWith("com.sun.imageio.stream.StreamCloser$")
                && "java.desktop".equals(code.getClass().getModule().getName());
    }

    private static boolean hasNeverBeenLoaded(String type) {
        try {
            ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
            long before = classes.getTotalLoadedClassCount();
            Class.forName(type, false, null);
            return classes.getTotalLoadedClassCount() == before + 1;
        } catch (ClassNotFoundException e) {
            return true; // the module is not there, so nobody can have used it
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
