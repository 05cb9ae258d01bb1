package rendezvous.lab;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The only place that reaches into the JDK: virtual threads on a scheduler of our own.
 *
 * <p>The JDK has had a constructor for that since virtual threads came, and keeps it to itself. It can be used where
 * {@code java.lang} is opened to us ({@code --add-opens java.base/java.lang=ALL-UNNAMED}). Where it is not, or where a
 * later JDK has moved it, {@link #missing()} says so and the lab takes a slower way that needs nothing of the kind.
 */
record JdkInternals(
        MethodHandle create, MethodHandle start, MethodHandle carrier, Object container, MethodHandle done) {
    private static final int NO_INHERITED_THREAD_LOCALS = 1 << 2; // what Thread.Builder passes for that

    private static final @Nullable JdkInternals FOUND;
    private static final @Nullable String MISSING;

    static {
        JdkInternals found = null;
        String missing = null;
        try {
            found = find();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            missing = e.toString();
        }
        FOUND = found;
        MISSING = missing;
    }

    private static JdkInternals find() throws ReflectiveOperationException {
        Class<?> type = Class.forName("java.lang.VirtualThread");
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        MethodType made = MethodType.methodType(void.class, Executor.class, String.class, int.class, Runnable.class);
        // Threads started in a container are not kept by the JDK's list of all threads: one that is never resumed is
        // collected as soon as nothing else refers to it. An executor of the JDK is such a container, and counts only
        // what
        // goes through its own methods.
        Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainer");
        Object container = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        if (!containers.isInstance(container)) {
            throw new ClassNotFoundException("a container of threads: got " + container.getClass());
        }
        return new JdkInternals(
                lookup.findConstructor(type, made).asType(made.changeReturnType(Thread.class)),
                lookup.findVirtual(type, "start", MethodType.methodType(void.class, containers))
                        .asType(MethodType.methodType(void.class, Thread.class, Object.class)),
                lookup.findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class)),
                container,
                lookup.findVirtual(type, "afterDone", MethodType.methodType(void.class, boolean.class))
                        .asType(MethodType.methodType(void.class, Thread.class, boolean.class)));
    }

    /** Returns the way in; null if there is none. */
    static @Nullable JdkInternals found() {
        return FOUND;
    }

    /** Returns why there is no way in; null if there is one. */
    static @Nullable String missing() {
        return MISSING;
    }

    /**
     * Makes a virtual thread and starts it.
     *
     * @param scheduler is given the thread's continuation whenever it can run
     * @param name its name; null for none
     * @param code what it runs
     */
    Thread make(Executor scheduler, @Nullable String name, Runnable code) {
        try {
            return (Thread) create.invokeExact(scheduler, name, NO_INHERITED_THREAD_LOCALS, code);
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    /** Starts a thread that {@link #make} made. */
    void launch(Thread thread) {
        try {
            start.invokeExact(thread, container);
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    /**
     * Has a virtual thread count as ended that is off its carrier and never resumed. The JDK would keep one that it made
     * itself, and whatever that refers to, as long as the JVM lives, and tell whoever asks which threads live.
     */
    void forget(Thread thread) {
        try {
            done.invokeExact(thread, true);
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    /** Returns the platform thread that the caller runs on: itself, or what carries it. */
    Thread carriedBy() {
        try {
            return (Thread) carrier.invokeExact();
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    /** Returns the virtual thread that a continuation given to a scheduler belongs to; null if it cannot be found. */
    @Nullable
    Thread owner(Runnable continuation) {
        for (Field field : continuation.getClass().getDeclaredFields()) {
            if (Thread.class.isAssignableFrom(field.getType()) && field.trySetAccessible()) {
                try {
                    return (Thread) field.get(continuation);
                } catch (IllegalAccessException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static RuntimeException thrown(Throwable t) {
        if (t instanceof Error error) {
            throw error;
        }
        return t instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(t);
    }
}
