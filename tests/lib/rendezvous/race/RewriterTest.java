package rendezvous.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;
import rendezvous.studied.Shapes;

/** Rewritten code does what it did, and tells what it does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RewriterTest {
    private static final String WANT = plain();

    private final Agent agent = Objects.requireNonNull(Agent.installed(), "the tests run with the agent");

    /** The same code as a class that no agent has seen. */
    private static String plain() {
        try {
            return (String) new Unseen()
                    .loadClass(Shapes.class.getName())
                    .getMethod("all")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the plain class", e);
        }
    }

    /** Loads the studied classes under another loader's eyes: by names that the agent does not study. */
    private static final class Unseen extends ClassLoader {
        Unseen() {
            super(RewriterTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Shapes.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (var bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] file = Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, file, 0, file.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @BeforeEach
    void begin() {
        agent.begin(Agent.Level.MEMORY);
    }

    @AfterEach
    void end() {
        agent.end(Agent.Level.MEMORY);
    }

    @Test
    void code_of_every_form_does_what_it_did() {
        assertEquals(WANT, Shapes.all());
    }

    @Test
    void synchronized_methods_are_blocks() throws Exception {
        int modifiers = Shapes.class.getDeclaredMethod("counts").getModifiers();
        assertTrue(!Modifier.isSynchronized(modifiers), "counts() is still synchronized");
    }

    @Test
    void rewritten_classes_are_valid() throws Exception {
        for (Class<?> type : new Class<?>[] {Shapes.class, Class.forName(Shapes.class.getName() + "$Inner")}) {
            try (var bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] file = Objects.requireNonNull(bytes).readAllBytes();
                byte[] blocks = Rewriter.prepared(type.getClassLoader(), file);
                byte[] watched = Rewriter.watched(type.getClassLoader(), blocks == null ? file : blocks, true);
                assertEquals(List.of(), ClassFile.of().verify(watched));
            }
        }
    }

    /** A world that takes down what it is told. */
    private static final class Told extends World implements Watched {
        private final List<String> lines = new ArrayList<>();
        private final List<Object> inside = new ArrayList<>();

        Told() {
            super(null);
        }

        List<String> of(Runnable code) throws InterruptedException {
            Goroutine.start("told", this, code::run).await();
            return lines;
        }

        private void tell(String what, Site site) {
            assertNotNull(site.frame().getFileName());
            lines.add(what + " " + site.member() + " in " + site.frame().getMethodName());
        }

        @Override
        public void access(Object base, Location.Key key, int index, Site site, boolean writes) {
            tell((writes ? "writes" : "reads") + (key == null ? " [" + index + "]" : ""), site);
        }

        @Override
        public void elements(Object array, int from, int to, Site site, boolean writes) {
            tell((writes ? "writes " : "reads ") + from + " to " + to, site);
        }

        @Override
        public void touches(Object base, Location.Key key, Site site, boolean writes) {
            tell("touches", site);
        }

        @Override
        public void returned(Object object) {}

        @Override
        public boolean enters(Object monitor) {
            inside.add(monitor);
            lines.add("enters");
            return true;
        }

        @Override
        public void exits(Object monitor) {
            inside.remove(monitor);
            lines.add("exits");
        }

        @Override
        public void passes(Object monitor) {
            lines.add("passes");
        }

        @Override
        public boolean holds(Object monitor) {
            return inside.contains(monitor);
        }

        @Override
        public void waits(Object monitor, long nanos) {
            lines.add("waits " + nanos);
        }

        @Override
        public void notifies(Object monitor, boolean all) {
            lines.add("notifies " + all);
        }

        @Override
        public void loops() {
            lines.add("loops");
        }

        @Override
        public void sleeps(long nanos) {
            lines.add("sleeps " + nanos);
        }
    }

    @Test
    void fields_and_elements_are_told_with_their_place() throws Exception {
        assertEquals(
                List.of(
                        "reads count in increments",
                        "writes count in increments",
                        "reads [2]  in increments",
                        "writes [2]  in increments"),
                new Told().of(rendezvous.studied.Talkative::increments));
    }

    @Test
    void fields_of_each_width_are_told() throws Exception {
        assertEquals(
                List.of(
                        "writes wide in fields",
                        "writes ratio in fields",
                        "writes text in fields",
                        "reads wide in fields",
                        "reads ratio in fields",
                        "reads text in fields"),
                new Told().of(rendezvous.studied.Talkative::fields));
    }

    @Test
    void volatile_fields_are_told_apart_and_final_ones_left_out() throws Exception {
        assertEquals(
                List.of("touches ready in publishes", "touches ready in publishes"),
                new Told().of(rendezvous.studied.Talkative::publishes));
    }

    @Test
    void monitors_are_the_runs_own() throws Exception {
        assertEquals(
                List.of("enters", "notifies false", "notifies true", "waits 0", "waits 5000000", "exits"),
                new Told().of(rendezvous.studied.Talkative::waits));
        assertEquals(List.of("enters", "exits"), new Told().of(rendezvous.studied.Talkative::locked));
    }

    @Test
    void loops_and_sleeps_are_told() throws Exception {
        assertEquals(List.of("loops", "loops", "sleeps 1000000"), new Told().of(rendezvous.studied.Talkative::dawdles));
    }

    @Test
    void calls_on_what_is_not_made_for_threads_are_accesses() throws Exception {
        assertEquals(
                List.of(
                        "writes add in collects",
                        "reads size in collects",
                        "writes put in collects",
                        "reads get in collects",
                        "writes append in collects",
                        "reads <init> in collects",
                        "writes sort in collects",
                        "touches incrementAndGet in collects",
                        "passes"),
                new Told().of(rendezvous.studied.Talkative::collects));
    }

    @Test
    void references_to_methods_of_the_JDK_are_told_as_calls() throws Exception {
        assertEquals(
                List.of(
                        "reads size in lambda$rendezvous$0",
                        "reads <init> in lambda$rendezvous$1",
                        "reads size in lambda$rendezvous$2",
                        "enters",
                        "notifies true",
                        "exits"),
                new Told().of(rendezvous.studied.Talkative::refers));
    }

    @Test
    void parts_of_arrays_that_the_JDK_reads_and_writes_are_told() throws Exception {
        assertEquals(
                List.of(
                        "reads 0 to 2  in copies",
                        "writes 1 to 3  in copies",
                        "writes 1 to 3  in copies",
                        "reads 0 to 3  in copies",
                        "reads 0 to 3  in copies"),
                new Told().of(rendezvous.studied.Talkative::copies));
    }

    /** Gives class files, and loads none of its own accord. */
    private static final class Lazy extends ClassLoader {
        private final boolean hasFiles;

        Lazy(boolean hasFiles) {
            super(null);
            this.hasFiles = hasFiles;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            throw new ClassNotFoundException("loaded while another class was rewritten: " + name);
        }

        @Override
        public java.io.InputStream getResourceAsStream(String name) {
            return hasFiles ? RewriterTest.class.getResourceAsStream("/" + name) : null;
        }
    }

    /** The class under another name, which is on no class path, and so are those that it merges. */
    private static byte[] renamed() throws java.io.IOException {
        String text = new String(file(Shapes.class), java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replace("Shapes", "Sheeps").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void siblings_that_are_merged_need_not_be_loaded() throws Exception {
        byte[] watched = Rewriter.watched(new Lazy(true), file(Shapes.class), true);
        assertEquals(List.of(), ClassFile.of().verify(watched));
    }

    @Test
    void siblings_of_which_nothing_is_known_are_named() throws Exception {
        byte[] file = renamed();
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Rewriter.watched(new Lazy(false), file, true));
        assertTrue(
                thrown.getMessage().contains("Circle") || thrown.getMessage().contains("Square"), thrown::getMessage);
    }

    private static byte[] file(Class<?> type) throws java.io.IOException {
        try (var bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return Objects.requireNonNull(bytes).readAllBytes();
        }
    }
}
