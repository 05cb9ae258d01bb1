package rendezvous.race;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The agent that rewrites classes: {@code -javaagent:rendezvous.jar} on the JVM's command line loads it. What follows an
 * equals sign there names the classes under study beside those of notebook cells, by the beginnings of their names,
 * separated by commas: {@code -javaagent:rendezvous.jar=com.example.,org.example.Main}.
 *
 * <p>A class under study is left as it is, but for its synchronized methods, until a run {@linkplain #begin asks for more},
 * and afterwards again.
 */
public final class Agent {
    private static final String CELLS = "REPL/";
    /** How long after it began a load is over, so that the JVM lists the class. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long nobody must have wanted classes to be rewritten before that is taken back. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final String KNOWN = KnownRace.class.getName().replace('.', '/');

    private static volatile @Nullable Agent installed;

    private final Instrumentation jvm;
    private final List<String> studied = new ArrayList<>(List.of(CELLS, KNOWN));
    private final Map<String, Throwable> unprepared = new ConcurrentHashMap<>(); // when they were loaded
    private final Map<String, Throwable> unwatched = new ConcurrentHashMap<>(); // since runs look for races
    private final Set<String> controlled = ConcurrentHashMap.newKeySet(); // those with monitors and the like
    private final int[] users = new int[Level.values().length]; // guarded by this
    private volatile Level level = Level.OFF;

    private final AtomicLong loads = new AtomicLong(); // of classes under study
    private volatile long lastLoad = System.nanoTime(); // when one began
    private List<WeakReference<Class<?>>> known = List.of(); // as of the scan; this and what follows is guarded by this
    private long loadsAtScan = -1;
    private boolean guarded;
    private volatile @Nullable Throwable unguarded;
    private long idleSince;
    private @Nullable Thread relaxer; // null if there is nothing to take back, or somebody wants it

    /** How much rewritten classes tell. */
    public enum Level {
        /** Nothing. */
        OFF,
        /** Monitors, sleeps, loops: what a scheduler of the laboratory's wants to have in hand. */
        CONTROL,
        /** Each access to memory too. */
        MEMORY
    }

    private Agent(Instrumentation jvm, @Nullable String options) {
        this.jvm = jvm;
        for (String start : options == null ? new String[0] : options.split(",", -1)) {
            if (!start.isBlank()) {
                studied.add(start.strip().replace('.', '/'));
            }
        }
    }

    /** Called by the JVM, before the program begins. */
    public static void premain(@Nullable String options, Instrumentation jvm) {
        install(options, jvm);
    }

    /** Called by the JVM, when the agent is loaded into a program that runs. */
    public static void agentmain(@Nullable String options, Instrumentation jvm) {
        install(options, jvm);
    }

    private static synchronized void install(@Nullable String options, Instrumentation jvm) {
        if (installed == null) {
            Agent agent = new Agent(jvm, options);
            Insides.open(jvm);
            jvm.addTransformer(agent.transformer(agent.unprepared, agent::prepared), false);
            jvm.addTransformer(agent.transformer(agent.unwatched, agent::watched), true);
            installed = agent;
        }
    }

    /** Returns the agent; null if this JVM was started without it. */
    public static @Nullable Agent installed() {
        return installed;
    }

    /** Returns whether a class is under study. */
    boolean studies(@Nullable String internalName) {
        return internalName != null && studied.stream().anyMatch(internalName::startsWith);
    }

    /** What becomes of a class under study; null if it stays as it is. */
    private interface Change {
        byte @Nullable [] of(@Nullable ClassLoader loader, String name, byte[] bytes);
    }

    /**
     * Returns a transformer of the classes under study. The JVM takes one that throws for one that changes nothing, and tells
     * nobody.
     *
     * @param failures where to note by a class's name what was thrown
     */
    private ClassFileTransformer transformer(Map<String, Throwable> failures, Change change) {
        return new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                if (name == null || !studies(name)) {
                    return null;
                }
                try {
                    return change.of(loader, name, bytes);
                } catch (Throwable t) {
                    failures.put(name.replace('/', '.'), t);
                    return null;
                }
            }
        };
    }

    private byte @Nullable [] prepared(@Nullable ClassLoader loader, String name, byte[] bytes) {
        lastLoad = System.nanoTime();
        loads.incrementAndGet();
        byte[] prepared = Rewriter.prepared(loader, bytes);
        if (Rewriter.needsControl(bytes) || (prepared != null && Rewriter.needsControl(prepared))) {
            controlled.add(name);
        }
        return prepared;
    }

    private byte @Nullable [] watched(@Nullable ClassLoader loader, String name, byte[] bytes) {
        Level now = level;
        boolean wanted = now == Level.MEMORY || (now == Level.CONTROL && controlled.contains(name));
        return wanted ? Rewriter.watched(loader, bytes, now == Level.MEMORY) : null;
    }

    /**
     * Rewrites the classes under study, those loaded already and those to come, until {@link #end}. Ask {@link #check}
     * whether all could be.
     */
    public void begin(Level wanted) {
        change(wanted, 1);
    }

    /** Takes back what {@link #begin} did, a moment later, unless others want it by then. */
    public void end(Level wanted) {
        change(wanted, -1);
    }

    @SuppressWarnings("EnumOrdinal") // the levels are steps
    private synchronized void change(Level wanted, int by) {
        users[wanted.ordinal()] += by;
        Level now = users[Level.MEMORY.ordinal()] > 0
                ? Level.MEMORY
                : users[Level.CONTROL.ordinal()] > 0 ? Level.CONTROL : Level.OFF;
        if (now == Level.OFF) {
            idleSince = System.nanoTime();
            relaxLater(); // most often another run follows at once
        } else {
            set(now);
        }
    }

    private synchronized void set(Level now) {
        Level before = level;
        if (now != before) {
            level = now;
            guardEndings();
            unwatched.clear();
            retransform(before == Level.MEMORY || now == Level.MEMORY);
        }
    }

    /** Once, when it is first wanted: a program that never looks for races keeps its JDK as it is. */
    private void guardEndings() {
        if (level == Level.MEMORY && !guarded) {
            guarded = true;
            try {
                Endings.guard(jvm, name -> level != Level.OFF && studies(name));
            } catch (UnmodifiableClassException | LinkageError | IllegalArgumentException e) {
                unguarded = e;
            }
        }
    }

    /** Returns why a program under study could end the JVM, while a run looks for races; null if it could not. */
    public @Nullable Throwable unguarded() {
        return unguarded;
    }

    private void relaxLater() {
        if (relaxer == null && level != Level.OFF) {
            relaxer = Thread.ofPlatform().daemon().name("rendezvous-agent").start(this::relax);
        }
    }

    /** Takes the rewriting back once nobody has wanted it for a while; ends before that if somebody does. */
    private synchronized void relax() {
        boolean wanted = isWanted();
        for (long left = idleLeft(); !wanted && left > 0; left = idleLeft()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                break; // nobody has a reason to
            }
            wanted = isWanted();
        }
        relaxer = null; // whoever ends last starts another
        if (!wanted) {
            set(Level.OFF);
        }
    }

    private boolean isWanted() {
        return Arrays.stream(users).anyMatch(count -> count > 0);
    }

    private long idleLeft() {
        return IDLE_NANOS - (System.nanoTime() - idleSince);
    }

    /**
     * Checks that races in all classes under study can be seen.
     *
     * @throws NotInstrumentedException if one that is loaded could not be rewritten
     */
    public void check() {
        Map<String, Throwable> failures = new TreeMap<>(unwatched);
        failures.putAll(unprepared);
        if (!failures.isEmpty()) {
            failures.keySet()
                    .retainAll(loaded(true).stream().map(Class::getName).toList()); // not those that are gone
        }
        if (!failures.isEmpty()) {
            Map.Entry<String, Throwable> first = failures.entrySet().iterator().next();
            throw new NotInstrumentedException(first.getKey(), first.getValue(), failures.size() - 1);
        }
    }

    /** Returns the classes under study that are loaded. To ask the JVM for all its classes takes longer than many a run. */
    private synchronized List<Class<?>> loaded(boolean all) {
        long loadedUntilNow = loads.get();
        if (loadedUntilNow != loadsAtScan || System.nanoTime() - lastLoad < SETTLED_NANOS) {
            known = scan();
            loadsAtScan = loadedUntilNow;
        }
        List<Class<?>> loaded = new ArrayList<>();
        for (WeakReference<Class<?>> reference : known) {
            Class<?> type = reference.get();
            if (type != null && (all || controlled.contains(type.getName().replace('.', '/')))) {
                loaded.add(type);
            }
        }
        return loaded;
    }

    private List<WeakReference<Class<?>>> scan() {
        List<WeakReference<Class<?>>> found = new ArrayList<>();
        for (Class<?> type : jvm.getAllLoadedClasses()) {
            if (type.getClassLoader() != null
                    && !type.isArray()
                    && !type.isHidden()
                    && studies(type.getName().replace('.', '/'))
                    && jvm.isModifiableClass(type)) {
                found.add(new WeakReference<>(type));
            }
        }
        return found;
    }

    private void retransform(boolean all) {
        List<Class<?>> loaded = loaded(all);
        if (loaded.isEmpty()) {
            return;
        }
        try {
            jvm.retransformClasses(loaded.toArray(Class<?>[]::new)); // the JVM stops for it once
        } catch (UnmodifiableClassException | LinkageError e) {
            oneByOne(loaded);
        }
    }

    /** So that a failure has a name. */
    private void oneByOne(List<Class<?>> loaded) {
        for (Class<?> type : loaded) {
            try {
                jvm.retransformClasses(type);
            } catch (UnmodifiableClassException | LinkageError e) {
                unwatched.put(type.getName(), e);
            }
        }
    }
}
