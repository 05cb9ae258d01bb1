package rendezvous.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What counts as the library's public interface, by rules and not by lists. */
final class Api {
    /** The parts of the course that no program calls: all other packages are the library, those to come too. */
    private static final Set<String> COURSE = Set.of("exercise", "course", "notebook");

    /** Public for other packages of the library, and for code that was rewritten; nobody calls it by hand. */
    private static final Set<String> INSIDE = Set.of("race");

    private static final Set<Tree.Kind> DATA = Set.of(Tree.Kind.RECORD, Tree.Kind.ENUM, Tree.Kind.ANNOTATION_TYPE);

    private Api() {}

    static boolean isOfLibrary(String packageName) {
        String[] parts = packageName.split("\\.", -1);
        return parts.length > 1 && parts[0].equals("rendezvous") && !COURSE.contains(parts[1]);
    }

    /** Whether readers come to a package to use what is in it. */
    static boolean isForReaders(String packageName) {
        return isOfLibrary(packageName) && !INSIDE.contains(packageName.split("\\.", -1)[1]);
    }

    static boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    /** Whether the type is one that readers come to learn: it does something, and is used as it is. */
    static boolean isMain(ClassTree type) {
        return !DATA.contains(type.getKind()) && !isThrown(type) && !has(type.getModifiers(), "FunctionalInterface");
    }

    private static boolean isThrown(ClassTree type) {
        String parent =
                type.getExtendsClause() == null ? "" : type.getExtendsClause().toString();
        return type.getKind() == Tree.Kind.CLASS
                && Stream.of("Exception", "Error", "Throwable").anyMatch(parent::endsWith);
    }

    /** Returns the public members that the type declares in its source. */
    static List<Tree> publicMembers(ClassTree type) {
        boolean ofInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        return type.getMembers().stream()
                .<Tree>map(member -> member)
                .filter(member -> isPublic(modifiers(member), ofInterface))
                .toList();
    }

    private static Set<Modifier> modifiers(Tree member) {
        return switch (member) {
            case MethodTree method -> method.getModifiers().getFlags();
            case ClassTree nested -> nested.getModifiers().getFlags();
            case VariableTree field -> field.getModifiers().getFlags();
            default -> Set.of(Modifier.PRIVATE); // code that runs when the class is made
        };
    }

    private static boolean isPublic(Set<Modifier> modifiers, boolean inInterface) {
        return modifiers.contains(Modifier.PUBLIC) || (inInterface && !modifiers.contains(Modifier.PRIVATE));
    }

    /** Whether it repeats a method of a supertype, whose documentation holds for it too. */
    static boolean overrides(MethodTree method) {
        return has(method.getModifiers(), "Override");
    }

    static boolean canBeInterrupted(MethodTree method) {
        return method.getThrows().stream()
                .map(Tree::toString)
                .anyMatch(type -> type.equals("InterruptedException") || type.endsWith(".InterruptedException"));
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .map(found -> found.getAnnotationType().toString())
                .anyMatch(name -> name.equals(annotation) || name.endsWith("." + annotation));
    }
}
