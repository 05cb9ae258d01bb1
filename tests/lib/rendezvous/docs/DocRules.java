package rendezvous.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rendezvous.docs.Sources.TopType;

/** What the documentation of the library must say, besides what Javadoc itself demands; each rule returns who does not. */
final class DocRules {
    /** The packages that have Go's names: where somebody who knows Go must be told what is otherwise. */
    private static final Set<String> OF_GO = Set.of("chan", "sync", "context", "errgroup", "semaphore", "singleflight");

    private static final Pattern EFFECTS = Pattern.compile("<b>Memory consistency effects:</b> \\w");
    private static final Pattern DIFFERS = Pattern.compile("<b>Differs from Go:</b> \\w");
    private static final Pattern WAITS =
            Pattern.compile("(?i)\\b(wait|waits|waiting|block|blocks|blocking|sleep|sleeps)\\b");

    private final Sources sources;

    DocRules(Sources sources) {
        this.sources = sources;
    }

    /** Whatever is public has documentation of its own, or repeats what a supertype declares. */
    List<String> undocumented() {
        List<String> found = new ArrayList<>();
        for (TopType type : library()) {
            describe(type.unit(), new TreePath(new TreePath(type.unit()), type.tree()), found);
        }
        return found;
    }

    private void describe(CompilationUnitTree unit, TreePath type, List<String> found) {
        if (!isDescribed(type)) {
            found.add(place(unit, type.getLeaf()) + " " + ((ClassTree) type.getLeaf()).getSimpleName());
        }
        for (Tree member : Api.publicMembers((ClassTree) type.getLeaf())) {
            TreePath path = new TreePath(type, member);
            if (member instanceof ClassTree) {
                describe(unit, path, found);
            } else if (!isDescribed(path) && !(member instanceof MethodTree method && Api.overrides(method))) {
                found.add(place(unit, member) + " " + name(member));
            }
        }
    }

    private boolean isDescribed(TreePath path) {
        DocCommentTree doc = sources.docs().getDocCommentTree(path);
        return doc != null && !doc.getFullBody().isEmpty();
    }

    /** Each public method that can be interrupted says what the interrupt does: {@code @throws InterruptedException …}. */
    List<String> silentAboutInterrupts() {
        return interruptible((doc, method) -> doc.getBlockTags().stream()
                .filter(ThrowsTree.class::isInstance)
                .map(ThrowsTree.class::cast)
                .anyMatch(tag -> tag.getExceptionName().toString().endsWith("InterruptedException")
                        && words(tag.getDescription()) >= 4));
    }

    /** Each public method that can be interrupted says that it waits. */
    List<String> silentAboutWaiting() {
        return interruptible((doc, method) ->
                WAITS.matcher(method.getName() + " " + text(doc.getFullBody())).find());
    }

    private interface Says {
        boolean says(DocCommentTree doc, MethodTree method);
    }

    private List<String> interruptible(Says rule) {
        List<String> found = new ArrayList<>();
        for (TopType type : library()) {
            for (TreePath path : methods(new TreePath(new TreePath(type.unit()), type.tree()))) {
                MethodTree method = (MethodTree) path.getLeaf();
                DocCommentTree doc = sources.docs().getDocCommentTree(path);
                if (tellsOfInterrupts(path) && (doc == null || !rule.says(doc, method))) {
                    found.add(place(type.unit(), method) + " " + name(method));
                }
            }
        }
        return found;
    }

    /** Whether a method can be interrupted and is not one whose documentation a supertype has. */
    private boolean tellsOfInterrupts(TreePath path) {
        MethodTree method = (MethodTree) path.getLeaf();
        DocCommentTree doc = sources.docs().getDocCommentTree(path);
        return Api.canBeInterrupted(method) && !(Api.overrides(method) && (doc == null || inherits(doc)));
    }

    /** Each type whose methods wait says, with one of them or for all, what its operations order. */
    List<String> silentAboutMemory() {
        return library().stream()
                .filter(type -> Api.isMain(type.tree()) && isOfGo(type))
                .filter(type -> methods(path(type)).stream().anyMatch(this::tellsOfInterrupts))
                .filter(type -> comments(type).stream()
                        .noneMatch(doc -> EFFECTS.matcher(doc).find()))
                .map(TopType::name)
                .toList();
    }

    /** Each type where Go has such a thing says in its own documentation what differs, if only that nothing does. */
    List<String> silentAboutGo() {
        return library().stream()
                .filter(type -> Api.isMain(type.tree()) && isOfGo(type))
                .filter(type -> !DIFFERS.matcher(text(sources.docs().getDocCommentTree(path(type))))
                        .find())
                .map(TopType::name)
                .toList();
    }

    private List<TopType> library() {
        return sources.types().stream()
                .filter(type -> Api.isOfLibrary(type.packageName()))
                .toList();
    }

    private static boolean isOfGo(TopType type) {
        return OF_GO.contains(type.packageName().split("\\.", -1)[1]);
    }

    private static TreePath path(TopType type) {
        return new TreePath(new TreePath(type.unit()), type.tree());
    }

    private static List<TreePath> methods(TreePath type) {
        List<TreePath> found = new ArrayList<>();
        for (Tree member : Api.publicMembers((ClassTree) type.getLeaf())) {
            TreePath path = new TreePath(type, member);
            if (member instanceof MethodTree) {
                found.add(path);
            } else if (member instanceof ClassTree) {
                found.addAll(methods(path));
            }
        }
        return found;
    }

    private List<String> comments(TopType type) {
        List<String> found = new ArrayList<>();
        found.add(text(sources.docs().getDocCommentTree(path(type))));
        methods(path(type)).forEach(method -> found.add(text(sources.docs().getDocCommentTree(method))));
        return found;
    }

    private static boolean inherits(DocCommentTree doc) {
        boolean[] found = {false};
        new DocTreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitInheritDoc(InheritDocTree tag, @Nullable Void nothing) {
                found[0] = true;
                return null;
            }
        }.scan(doc, null);
        return found[0];
    }

    private static String text(@Nullable DocCommentTree doc) {
        return doc == null ? "" : text(doc.getFullBody());
    }

    private static String text(List<? extends DocTree> trees) {
        StringBuilder text = new StringBuilder();
        trees.forEach(text::append);
        return text.toString().replaceAll("\\s+", " ");
    }

    private static int words(List<? extends DocTree> trees) {
        return text(trees).strip().split(" ", -1).length;
    }

    private String place(CompilationUnitTree unit, Tree tree) {
        long begin = sources.docs().getSourcePositions().getStartPosition(unit, tree);
        return unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(begin);
    }

    private static String name(Tree member) {
        return switch (member) {
            case MethodTree method -> method.getName() + "()";
            case VariableTree field -> field.getName().toString();
            default -> member.getKind().toString();
        };
    }
}
