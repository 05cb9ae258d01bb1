package rendezvous.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The threads of this JVM that run no goroutine.
 *
 * <p>Any of them may know any channel, so one that lives could wake whoever waits, whatever it does now. Only those are
 * harmless that run none of the program's code: the JVM's own, by what cannot be mistaken, and the machinery's, which were
 * named one by one.
 */
final class Strangers {
    private static final Set<Thread> MACHINERY =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private static final Set<String> SYSTEM = Set.of("Signal Dispatcher", "Notification Thread");
    private static final Set<String> INNOCUOUS = Set.of("Common-Cleaner", "VirtualThread-unblocker", "MasterPoller");

    /** The name of the pool of the carriers, once one was seen; they may all end when there is nothing to do. */
    private static volatile String pool = "";

    private Strangers() {}

    /** Says that a thread runs none of the program's code. */
    static void trust(Thread thread) {
        MACHINERY.add(thread);
    }

    /**
     * Returns the number of a thread that is made for it: if the next call returns the next number, no thread of any kind was
     * made in between.
     */
    static long threadsMade() {
        return Thread.ofPlatform()
                .inheritInheritableThreadLocals(false) // that would call code of whoever inherits
                .unstarted(() -> {})
                .threadId();
    }

    /** Returns whether all platform threads but the caller are harmless or asleep; those asleep join the list. */
    static boolean allSleep(Sleepers sleepers) {
        long me = Thread.currentThread().threadId();
        List<Thread> threads = platformThreads();
        for (Thread thread : threads) {
            notePool(thread);
        }
        for (Thread thread : threads) {
            if (thread.threadId() != me && !isHarmless(thread) && !sleepers.sleeps(thread)) {
                return false;
            }
        }
        return true;
    }

    /** Returns all platform threads that live, as of one moment. */
    static List<Thread> platformThreads() {
        ThreadGroup root = root();
        Thread[] threads = new Thread[64];
        int count = root.enumerate(threads, true);
        while (count == threads.length) { // then there may be more
            threads = new Thread[2 * threads.length];
            count = root.enumerate(threads, true);
        }
        return Arrays.asList(threads).subList(0, count);
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static boolean isInRoot(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getParent() == null;
    }

    private static void notePool(Thread thread) {
        if (isOfJdk(thread, "jdk.internal.misc.CarrierThread") && pool.isEmpty()) {
            String name = thread.getName();
            pool = name.substring(0, Math.max(0, name.indexOf("-worker-")));
        }
    }

    private static boolean isOfJdk(Thread thread, String type) {
        return thread.getClass().getName().equals(type) && thread.getClass().getModule() == Object.class.getModule();
    }

    private static boolean runsNoJava(Thread thread) {
        return thread.getStackTrace().length == 0;
    }

    /** Returns whether the thread does nothing but free what painted pictures held outside the heap. */
    private static boolean isDisposer(String name, Thread thread) {
        return name.equals("Java2D Disposer")
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> "java.desktop".equals(frame.getModuleName())
                                && frame.getClassName().equals("sun.java2d.Disposer"));
    }

    private static boolean isHarmless(Thread thread) {
        if (MACHINERY.contains(thread) || Alarms.REAL.areRunBy(thread)) {
            return true;
        }
        if (thread.getClass().getModule() != Object.class.getModule()) {
            return false;
        }
        String name = thread.getName();
        return switch (thread.getClass().getName()) {
            case "java.lang.ref.Reference$ReferenceHandler",
                    "java.lang.ref.Finalizer$FinalizerThread",
                    "jdk.internal.misc.CarrierThread" -> true;
            case "jdk.internal.misc.InnocuousThread" -> INNOCUOUS.contains(name);
            case "java.util.concurrent.DelayScheduler" -> !pool.isEmpty() && name.equals(pool + "-delayScheduler");
            case "java.lang.Thread" ->
                isInRoot(thread) && (SYSTEM.contains(name) ? runsNoJava(thread) : isDisposer(name, thread));
            default -> false;
        };
    }
}
