package rendezvous;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.runtime.World;

/** The packages' order: each may use those below it, and from outside only what its layer is for. */
class LayeringTest {
    private static final List<String> JDK = List.of(
            "java.lang..", "java.util..", "java.time..", "java.io..", "java.nio..", "java.math..", "java.text..");
    private static final List<String> NULLNESS = List.of("org.jspecify..");

    /** A layer: its packages, and what its classes may use beside the layers below and the plain JDK. */
    private record Layer(List<String> packages, List<String> outside) {
        Layer(List<String> packages, String... outside) {
            this(packages, List.of(outside));
        }
    }

    /** From the bottom to the top. */
    private static final List<Layer> LAYERS = List.of(
            new Layer(List.of("runtime"), "com.sun.management.."),
            new Layer(List.of("chan")),
            new Layer(List.of("sync")),
            new Layer(List.of("context")),
            new Layer(List.of("errgroup", "semaphore", "singleflight")),
            new Layer(List.of("pattern")),
            new Layer(List.of("trace"), "jdk.jfr.."),
            new Layer(List.of("race"), "java.security.."),
            new Layer(List.of("lab"), "jdk.jfr.."),
            new Layer(List.of("chart"), "java.awt..", "javax.imageio..", "org.knowm.xchart.."),
            new Layer(List.of("exercise", "course"), "org.junit..", "org.opentest4j..", "java.net..", "javax.tools.."),
            new Layer(List.of("junit"), "org.junit..", "org.opentest4j.."),
            new Layer(
                    List.of("notebook"),
                    "org.dflib.jjava..",
                    "jdk.jshell..",
                    "org.knowm.xchart..",
                    "java.awt..",
                    "javax.imageio..",
                    "java.net..",
                    "java.security.."));

    private static JavaClasses library;

    @BeforeAll
    static void read() throws Exception {
        URI classes =
                Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        library = new ClassFileImporter().importLocations(List.of(Location.of(classes)));
        assertTrue(library.contain(Chan.class), "the classes of the library were read");
    }

    static Stream<String> packages() {
        return LAYERS.stream().flatMap(layer -> layer.packages.stream());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_the_layers_below_it_and_what_it_is_for(String name) {
        List<String> allowed = new ArrayList<>(NULLNESS);
        allowed.addAll(JDK);
        for (Layer layer : LAYERS) {
            layer.packages.forEach(below -> allowed.add("rendezvous." + below + ".."));
            if (layer.packages.contains(name)) {
                allowed.addAll(layer.outside);
                break;
            }
        }
        uses(name, allowed).check(library);
    }

    private static ArchRule uses(String name, List<String> allowed) {
        return classes()
                .that()
                .resideInAPackage("rendezvous." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true); // the package may not be there yet
    }

    @Test
    void an_arrow_that_points_up_or_out_is_seen() {
        List<String> withoutChan = Stream.concat(JDK.stream(), Stream.of("rendezvous.runtime..", "rendezvous.trace.."))
                .toList();
        assertTrue(uses("trace", withoutChan).evaluate(library).hasViolation());
        assertTrue(uses("chan", JDK).evaluate(library).hasViolation());
    }

    @Test
    void every_package_has_its_place() {
        Set<String> found = library.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .map(parts -> parts.length < 2 ? "" : parts[1])
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(packages().collect(Collectors.toSet()));
        assertEquals(Set.of(), found, "packages that have no layer");
    }

    @Test
    void no_packages_need_each_other() {
        slices().matching("rendezvous.(**)").should().beFreeOfCycles().check(library);
    }

    @Test
    void every_package_is_described_and_says_that_null_is_marked() throws ClassNotFoundException {
        Set<String> packages =
                library.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        for (String name : packages) {
            assertTrue(
                    Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class),
                    "package-info of " + name + ": want @NullMarked");
        }
    }

    @Test
    void no_class_is_open_for_inheritance_unless_it_is_meant_to_be() {
        Set<String> open = library.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isInterface() && !type.isAnnotation())
                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaClass::reflect)
                .filter(type -> !type.isSealed() && !type.isEnum())
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(World.class.getName()), open, "public classes neither final nor sealed");
    }
}
