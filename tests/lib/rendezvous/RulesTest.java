package rendezvous;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Counts the rules of Go's semantics that have a test: a test method is named {@code rule_NN_statement} by the number
 * and the statement of its rule, {@code rule_NN_differs_statement} where Java differs.
 */
class RulesTest {
    /** How many rules there are. */
    private static final int ALL = 168;
    /** The rules by the part of the library that they are about: a part is due once it exists. */
    private static final String PARTS = """
            chan          1-25     due
            close         26-36    due
            range         37-40    due
            select        41-62    due
            timer         63-74    due
            ticker        75-80    due
            context       81-101   due
            waitgroup     102-107  due
            once          108-113  due
            mutex         114-118  due
            rwmutex       119-124  due
            cond          125-129  due
            errgroup      130-136  due
            semaphore     137-142  due
            singleflight  143-149  due
            pool          150-152  due
            map           153-156  due
            atomic        157-159  due
            lab           160-167  due
            leakprofile   168-168  due
            """;

    private static final Pattern PART = Pattern.compile("\\w+ +(\\d+)-(\\d+) +(due|later)");
    private static final Set<Integer> DUE = numbers("due");
    private static final Pattern NAME = Pattern.compile("rule_(\\d+)_\\w+");

    @Test
    @SuppressWarnings("SystemOut") // the count is for whoever reads the run's output
    void every_rule_that_is_due_has_a_test_and_no_test_claims_another() throws Exception {
        Set<Integer> found = rules(testMethods());
        System.out.println("rules " + found.stream().filter(DUE::contains).count() + "/" + ALL);
        Set<Integer> missing = new TreeSet<>(DUE);
        missing.removeAll(found);
        Set<Integer> early = new TreeSet<>(found);
        early.removeAll(DUE);
        assertAll(
                () -> assertEquals(Set.of(), missing, "rules that are due and have no test"),
                () -> assertEquals(Set.of(), early, "rules that have a test and are not listed as due"));
    }

    @Test
    void a_method_counts_if_it_is_named_by_a_rule_and_runs() throws Exception {
        assertEquals(Set.of(7), rules(Stream.of(Sample.class.getDeclaredMethods())));
    }

    @Test
    void every_rule_belongs_to_one_part() {
        List<Integer> all = PARTS.lines().flatMap(RulesTest::numbersOf).toList();
        assertEquals(IntStream.rangeClosed(1, ALL).boxed().toList(), all);
    }

    /** Returns the rules of the parts in that state. */
    private static Set<Integer> numbers(String state) {
        return PARTS.lines()
                .filter(part -> matched(part).group(3).equals(state))
                .flatMap(RulesTest::numbersOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Integer> numbersOf(String part) {
        Matcher found = matched(part);
        return IntStream.rangeClosed(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                .boxed();
    }

    private static Matcher matched(String part) {
        Matcher found = PART.matcher(part);
        if (!found.matches()) {
            throw new AssertionError(
                    "part of the rules: got \"" + part + "\", want \"name first-last due\" or \"later\"");
        }
        return found;
    }

    private static Set<Integer> rules(Stream<Method> methods) {
        return methods.filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .filter(method -> !AnnotationSupport.isAnnotated(method, Disabled.class))
                .map(method -> NAME.matcher(method.getName()))
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the methods of all test classes that were compiled. */
    private static Stream<Method> testMethods() throws IOException, URISyntaxException {
        Path root = Path.of(RulesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            List<Class<?>> classes = files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("Test.class"))
                    .<Class<?>>map(RulesTest::load)
                    .toList();
            return classes.stream().flatMap(type -> Stream.of(type.getDeclaredMethods()));
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, RulesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class in " + file, e);
        }
    }

    /** Names of each kind. */
    @SuppressWarnings("UnusedMethod")
    private static final class Sample {
        @Test
        void rule_07_counts() {}

        @Test
        @Disabled
        void rule_08_does_not_run() {}

        void rule_09_is_no_test() {}

        @Test
        void rules_10_is_named_otherwise() {}
    }
}
