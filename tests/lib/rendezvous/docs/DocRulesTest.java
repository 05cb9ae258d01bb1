package rendezvous.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation says what its readers come for: what waits, what an interrupt does, what Go does otherwise. */
class DocRulesTest {
    private static final DocRules LIBRARY = new DocRules(Sources.ofLibrary());

    private static DocRules of(String type) {
        return new DocRules(Sources.of(Map.of("A.java", "package rendezvous.sync;\n" + type)));
    }

    private static void assertNone(List<String> found, String want) {
        assertEquals("", String.join("\n", found), "got the places above, want each to have: " + want);
    }

    @Test
    void all_that_is_public_is_documented() {
        assertNone(LIBRARY.undocumented(), "a documentation comment that says what it is");
    }

    @Test
    void what_can_be_interrupted_says_what_an_interrupt_does() {
        assertNone(
                LIBRARY.silentAboutInterrupts(), "@throws InterruptedException and, in some words, when and what then");
    }

    @Test
    void what_can_be_interrupted_says_that_it_waits() {
        assertNone(LIBRARY.silentAboutWaiting(), "a sentence with waits, blocks or sleeps");
    }

    @Test
    void types_that_wait_say_what_happens_before_what() {
        assertNone(LIBRARY.silentAboutMemory(), "<b>Memory consistency effects:</b> …, of the type or of a method");
    }

    @Test
    void types_that_Go_has_too_say_what_differs() {
        assertNone(LIBRARY.silentAboutGo(), "<p><b>Differs from Go:</b> …, if only \"in nothing\"");
    }

    @Test
    void rules_find_what_lacks_everything() {
        DocRules bare = of("""
                public interface A {
                    void await() throws InterruptedException;
                    int FIELD = 1;
                    enum Kind { ONE }
                }
                """);
        assertEquals(4 + 1, bare.undocumented().size(), bare.undocumented().toString());
        assertEquals(List.of("A.java:3 await()"), bare.silentAboutInterrupts());
        assertEquals(List.of("A.java:3 await()"), bare.silentAboutWaiting());
        assertEquals(List.of("rendezvous.sync.A"), bare.silentAboutMemory());
        assertEquals(List.of("rendezvous.sync.A"), bare.silentAboutGo());
    }

    @Test
    void rules_are_content_with_what_says_enough() {
        DocRules full = of("""
                /**
                 * A thing.
                 *
                 * <p><b>Differs from Go:</b> in nothing.
                 */
                public final class A implements B {
                    /**
                     * Waits.
                     *
                     * <p><b>Memory consistency effects:</b> what was before is before.
                     *
                     * @throws InterruptedException if interrupted before it is over
                     */
                    public void join() throws InterruptedException {}
                    @Override public void other() throws InterruptedException {}
                    /** {@inheritDoc} */
                    @Override public void third() throws InterruptedException {}
                    void hidden() throws InterruptedException {}
                    private static final int FIELD = 1;
                }
                """);
        for (List<String> found : List.of(
                full.undocumented(),
                full.silentAboutInterrupts(),
                full.silentAboutWaiting(),
                full.silentAboutMemory(),
                full.silentAboutGo())) {
            assertEquals(List.of(), found);
        }
    }

    @Test
    void an_empty_promise_is_none() {
        DocRules empty = of("""
                /** Differs from Go: it says so outside of a paragraph. */
                public final class A {
                    /**
                     * Stops.
                     *
                     * @throws InterruptedException if interrupted
                     */
                    public void join() throws InterruptedException {}
                }
                """);
        assertEquals(List.of("A.java:9 join()"), empty.silentAboutInterrupts());
        assertEquals(List.of("A.java:9 join()"), empty.silentAboutWaiting());
        assertTrue(!empty.silentAboutGo().isEmpty());
        assertTrue(!empty.silentAboutMemory().isEmpty());
    }
}
