package rendezvous.exercise;

import static java.lang.IO.println;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.course.c05.kitchen.Kitchen;
import rendezvous.exercise.Verdict.Outcome;
import rendezvous.exercise.Verdict.Result;
import rendezvous.exercise.Verdict.State;

/** What JupyterLab's sanitizer lets through in an untrusted notebook, and that a card means the same after it. */
class CardLookTest {
    private static final Set<String> TAGS = Set.of("div", "span", "b", "code", "pre", "ul", "li", "img");
    private static final Set<String> ATTRIBUTES = Set.of("style", "title", "alt", "width", "src");
    private static final String LENGTH = "-?\\d+(px|%)?";
    private static final List<Pattern> STYLES = Stream.of(
                    "(margin|padding)(-left|-bottom)?:(" + LENGTH + " ?)+",
                    "max-width:" + LENGTH,
                    "font-size:" + LENGTH,
                    "border-radius:" + LENGTH,
                    "border(-left)?:\\d+px solid #[0-9a-f]{6}",
                    "color:#[0-9a-f]{6}",
                    "font-weight:(bold|normal)",
                    "float:left",
                    "line-height:[0-9.]+",
                    "white-space:pre-wrap",
                    "height:auto",
                    "word-break:normal",
                    "overflow-wrap:break-word",
                    "background-color:transparent",
                    "page-break-inside:avoid")
            .map(Pattern::compile)
            .toList();
    // The sanitizer drops a themed colour or border, and keeps a background that is a variable.
    private static final Pattern THEMED = Pattern.compile(
            "(color|border|border-left|background-color):(\\d+px solid )?var\\(--jp-[a-z0-9-]+,[^)]+\\)");

    private static Verdict verdict(Outcome outcome, State state) {
        CheckFailure failure = state == State.FAILED ? new CheckFailure("Found `a < b`.", "x & y", "<i>z</i>") : null;
        return new Verdict(
                Catalog.find("05.1"),
                outcome,
                List.of(new Result("counts", state, failure, 2), new Result("ends", State.NOT_TRIED, null, 3)),
                List.of("Beware."));
    }

    private static Verdict withAPicture() {
        Verdict verdict = Exercises.check("05.1", () -> (Kitchen) (n, orders, counter) -> {
            println("a <line>");
            Go.go(() -> counter.send("hot " + orders.receive()));
            return Chan.make();
        });
        assertTrue(verdict.html().contains("<img "), verdict.html());
        assertTrue(verdict.html().contains("a &lt;line&gt;"), verdict.html());
        return verdict;
    }

    static Stream<Card> cards() {
        return Stream.of(
                verdict(Outcome.PASSED, State.PASSED),
                verdict(Outcome.NOT_YET, State.FAILED),
                verdict(Outcome.NOT_SOLVED_YET, State.FAILED),
                withAPicture(),
                Exercises.hint("05.1"),
                Exercises.hint("05.1"),
                Exercises.hint("05.1"),
                Exercises.solution("05.1"),
                Exercises.predict("?", "x", "y"),
                Exercises.predict("a", "x", "y").compare("x"),
                Exercises.predict("a", "x", "y").compare("y"));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void aCardUsesOnlyWhatTheSanitizerKeeps(Card card) {
        List<String> open = new ArrayList<>();
        Matcher tag = Pattern.compile("<(/?)([a-z]+)((?: [a-z]+=\"[^\"]*\")*)>").matcher(card.html());
        while (tag.find()) {
            assertTrue(TAGS.contains(tag.group(2)), tag.group());
            if (tag.group(2).equals("img")) {
                assertTrue(tag.group(3).contains(" src=\"data:image/png;base64,"), "the picture is in the page");
                assertTrue(tag.group(3).contains(" alt=\""), "those who do not see it are told");
            } else if (tag.group(1).isEmpty()) {
                open.add(tag.group(2));
            } else {
                assertEquals(open.removeLast(), tag.group(2), card.html());
            }
            Matcher attribute = Pattern.compile(" ([a-z]+)=\"([^\"]*)\"").matcher(tag.group(3));
            while (attribute.find()) {
                assertTrue(ATTRIBUTES.contains(attribute.group(1)), tag.group());
                if (attribute.group(1).equals("style")) {
                    assertStyles(attribute.group(2));
                }
            }
        }
        assertEquals(List.of(), open, "all is closed");
        assertFalse(tag.reset().replaceAll("").contains("<"), "no other tag");
    }

    private static void assertStyles(String styles) {
        String before = "";
        for (String style : styles.split(";", -1)) {
            if (THEMED.matcher(style).matches()) {
                String property = style.substring(0, style.indexOf(':'));
                assertTrue(
                        property.equals("background-color") || before.startsWith(property + ":"),
                        style + " has no plain form before it");
            } else if (!style.isEmpty()) {
                assertTrue(
                        STYLES.stream().anyMatch(known -> known.matcher(style).matches()), style);
            }
            before = style;
        }
    }

    @ParameterizedTest
    @MethodSource("cards")
    void theWordsSayWhatTheColoursSay(Card card) {
        String words = card.html().replaceAll("<[^>]*>", " ");
        String first = card.text().lines().findFirst().orElse("");
        if (card instanceof Verdict verdict) {
            String word = first.substring(first.indexOf("· ") + 2).replaceAll(":.*", "");
            assertTrue(words.contains(word), words);
            assertTrue(!verdict.passed() || words.contains("✓"), words);
        } else {
            assertTrue(words.replaceAll("\\s+", " ").contains(first), words);
        }
    }
}
