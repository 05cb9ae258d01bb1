package rendezvous.runtime;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines that nobody can ever wake, as the garbage collector finds them: the manner of Go's profile
 * {@code goroutineleak}.
 *
 * <p>A goroutine that waits is held by what it waits on, and by nothing else. If no goroutine that can run, no global and
 * no timer reaches the channel or lock, nothing can end the wait, and the collector takes both. Those that it takes without
 * their having ended are leaks: for certain, and without anybody's patience.
 *
 * <p>It is a program that runs another: {@code java -cp … rendezvous.runtime.LeakProfile com.example.Main arguments…}.
 * It starts a JVM of its own, with {@code -Djdk.trackAllThreads=false}, without which the JDK holds every virtual thread.
 * There the main method runs as a goroutine. When it has returned, or the JVM is told to end, the leaks are printed to the
 * standard error output, and the exit code is 3 if there are some.
 *
 * {@snippet :
 * import rendezvous.runtime.LeakProfile;
 *
 * println(LeakProfile.isPossible());   // Output: false
 * LeakProfile.take();                  // Throws: IllegalStateException: leak profile: this JVM holds every virtual thread
 * }
 *
 * <p><b>Differs from Go:</b> there any program can ask for the profile at any time; here it must run in such a JVM, and
 * {@link #take()} is for code that knows it does. Goroutines that the collector has taken are gone, with what they held;
 * in Go they stay. Not seen are threads that are no goroutines, and goroutines that wait by means of the JDK.
 */
public final class LeakProfile {
    private static final String FLAG = "jdk.trackAllThreads";
    private static final int EXIT_LEAKS = 3;
    private static final int MOST_ROUNDS = 20;
    private static final int QUIET_ROUNDS = 3;

    private static final Herd HERD = new Herd();

    private LeakProfile() {}

    /**
     * Runs a program and prints what it leaks.
     *
     * @param args the name of the class with its {@code static void main(String[])}, and the arguments for it
     */
    @SuppressWarnings("SystemOut") // it is a command
    public static void main(String[] args) throws Throwable {
        if (args.length == 0) {
            System.err.println("Usage: java -cp … " + LeakProfile.class.getName() + " MAIN-CLASS [ARGUMENT…]");
            System.exit(2);
        }
        if (!isPossible()) {
            System.exit(child(args));
        }
        Goroutine.recordStarts();
        Thread hook = new Thread(() -> System.err.println(take()));
        Runtime.getRuntime().addShutdownHook(hook);
        Throwable thrown = run(args);
        LeakProfile.Report report = take();
        Runtime.getRuntime().removeShutdownHook(hook);
        System.err.println(report);
        if (thrown != null) {
            throw thrown;
        }
        System.exit(report.leaks.isEmpty() ? 0 : EXIT_LEAKS);
    }

    private static @Nullable Throwable run(String[] args) throws InterruptedException {
        @Nullable Throwable[] thrown = {null};
        Goroutine.start("main", HERD, () -> {
                    try {
                        Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
                        main.setAccessible(true);
                        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
                    } catch (InvocationTargetException e) {
                        thrown[0] = e.getCause();
                    } catch (Throwable t) {
                        thrown[0] = t;
                    }
                })
                .await();
        return thrown[0];
    }

    private static int child(String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + FLAG + "=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LeakProfile.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Returns whether this JVM can tell: whether it was started as {@link #main} does it. */
    public static boolean isPossible() {
        return "false".equals(System.getProperty(FLAG));
    }

    /**
     * Collects garbage, and returns which goroutines were taken. Takes as long as some collections of the whole heap.
     *
     * @throws IllegalStateException if {@link #isPossible} says no
     */
    public static Report take() {
        if (!isPossible()) {
            throw new IllegalStateException("leak profile: this JVM holds every virtual thread. Start it with -D" + FLAG
                    + "=false, by " + LeakProfile.class.getName());
        }
        HERD.look();
        int quiet = 0;
        for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            int before = HERD.taken().size();
            collect();
            quiet = HERD.taken().size() == before ? quiet + 1 : 0;
        }
        return HERD.report();
    }

    /** Collects until an object that nobody holds is taken: a call of {@link System#gc()} is a wish. */
    private static void collect() {
        WeakReference<Object> canary = new WeakReference<>(new Object());
        for (int round = 0; round < MOST_ROUNDS && canary.get() != null; round++) {
            System.gc();
        }
    }

    /**
     * What was found.
     *
     * @param leaks the goroutines that can never go on, in order of starting
     * @param living how many there are besides, waiting or not
     */
    public record Report(List<Leak> leaks, int living) {
        /** Returns the leaks, a goroutine a line. */
        @Override
        public String toString() {
            String rest = living == 0 ? "" : " " + living + (living == 1 ? " other lives." : " others live.");
            if (leaks.isEmpty()) {
                return "goroutine leak profile: no leak." + rest;
            }
            return "goroutine leak profile: total " + leaks.size() + ", which nobody can wake." + rest + "\n"
                    + leaks.stream().map(leak -> "  " + leak).collect(Collectors.joining("\n"));
        }
    }

    /** The goroutines of the program, held by nobody here. */
    private static final class Herd extends World {
        private final Book book;

        Herd() {
            this(new Book());
        }

        private Herd(Book book) {
            super(book);
            this.book = book;
        }

        @Override
        boolean keepsItsOwn() {
            return true;
        }

        @Override
        protected List<Goroutine> goroutines() {
            return book.pages().stream()
                    .map(page -> page.goroutine.get())
                    .filter(Objects::nonNull)
                    .toList();
        }

        void look() {
            book.pages().forEach(Page::look);
        }

        List<Leak> taken() {
            return book.pages().stream()
                    .filter(page -> page.goroutine.refersTo(null))
                    .map(page -> page.last)
                    .toList();
        }

        Report report() {
            List<Leak> taken = taken();
            return new Report(taken, book.pages().size() - taken.size());
        }
    }

    /** What is known of a goroutine when it is gone. */
    private static final class Page {
        private final WeakReference<Goroutine> goroutine;
        private volatile Leak last;

        Page(Goroutine goroutine) {
            this.goroutine = new WeakReference<>(goroutine);
            this.last = new Leak(
                    goroutine.id(), goroutine.name(), "waits", null, Optional.empty(), goroutine.startedAt(), "");
        }

        void look() {
            Goroutine now = goroutine.get();
            if (now != null && !now.hasEnded()) {
                last = Leak.of(now);
            }
        }
    }

    /** Told under locks, so it blocks nobody. */
    private static final class Book implements Probe {
        private final Spinlock lock = new Spinlock();
        private final Map<Long, Page> pages = new TreeMap<>(); // guarded by lock

        @Override
        public void on(Event event) {
            if (event.kind() == Event.Kind.START) {
                Page page = new Page(event.goroutine());
                locked(() -> pages.put(event.goroutine().id(), page));
            } else if (event.kind() == Event.Kind.END || event.kind() == Event.Kind.PANIC) {
                locked(() -> pages.remove(event.goroutine().id()));
            }
        }

        private void locked(Runnable code) {
            lock.lock();
            try {
                code.run();
            } finally {
                lock.unlock();
            }
        }

        Collection<Page> pages() {
            List<Page> copy = new ArrayList<>();
            locked(() -> copy.addAll(pages.values()));
            return copy;
        }
    }
}
