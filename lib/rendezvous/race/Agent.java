package rendezvous.race;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static volatile @Nullable Agent installed;

    private final Instrumentation jvm;
    private final List<String> studied = new ArrayList<>(List.of(CELLS));
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private int users; // guarded by this

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
            jvm.addTransformer(agent.blocks(), false);
            jvm.addTransformer(agent.watches(), true);
            installed = agent;
        }
    }

    /** Returns the agent; null if this JVM was started without it. */
    static @Nullable Agent installed() {
        return installed;
    }

    /** Returns whether this JVM was started with the agent. */
    public static boolean isInstalled() {
        return installed != null;
    }

    /** Returns whether a class is under study. */
    boolean studies(@Nullable String internalName) {
        return internalName != null && studied.stream().anyMatch(internalName::startsWith);
    }

    private ClassFileTransformer blocks() {
        return new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                return studies(name) ? guarded(name, () -> Rewriter.withoutSynchronizedMethods(loader, bytes)) : null;
            }
        };
    }

    private ClassFileTransformer watches() {
        return new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                return isOn() && studies(name) ? guarded(name, () -> Rewriter.watched(loader, bytes)) : null;
            }
        };
    }

    private interface Work {
        byte @Nullable [] run();
    }

    /** The JVM takes a transformer that throws for one that changes nothing, and tells nobody. */
    private byte @Nullable [] guarded(@Nullable String name, Work work) {
        try {
            return work.run();
        } catch (Throwable t) {
            failures.put(String.valueOf(name).replace('/', '.'), t);
            return null;
        }
    }

    private synchronized boolean isOn() {
        return users > 0;
    }

    /**
     * Rewrites the classes under study, those loaded already and those to come, until {@link #end}.
     *
     * @throws NotInstrumentedException if a class cannot be rewritten
     */
    void begin() {
        synchronized (this) {
            users++;
            if (users > 1) {
                check();
                return;
            }
        }
        retransform();
        check();
    }

    /** Takes back what {@link #begin} did, once each who began has ended. */
    void end() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
        }
        retransform();
    }

    /** Throws if a class under study could not be rewritten. */
    void check() {
        if (!failures.isEmpty()) {
            Map.Entry<String, Throwable> first = failures.entrySet().iterator().next();
            throw new NotInstrumentedException(first.getKey(), first.getValue(), failures.size() - 1);
        }
    }

    private void retransform() {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : jvm.getAllLoadedClasses()) {
            if (!type.isArray()
                    && !type.isHidden()
                    && studies(type.getName().replace('.', '/'))
                    && jvm.isModifiableClass(type)) {
                loaded.add(type);
            }
        }
        for (Class<?> type : loaded) {
            try {
                jvm.retransformClasses(type); // one by one, so that a failure has a name
            } catch (UnmodifiableClassException | LinkageError e) {
                failures.put(type.getName(), e);
            }
        }
    }
}
