package rendezvous.docs;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;

/**
 * An example as a source file, in which each line of the example has the number that it has in its own file. The types
 * that it begins with become members of a class, as those of a cell do: only then can they be sealed. What follows is
 * the body of a method.
 */
final class ExampleUnit extends SimpleJavaFileObject {
    /** The method that holds the statements. */
    static final String METHOD = "cell";

    private final Example example;
    private final int number;
    private final String imports;
    private final String code;
    private final int imported; // where the imports end that the code begins with
    private final int declared; // where the members end; all of the code if it only declares

    /** Takes all of the example but its imports for statements. */
    ExampleUnit(Example example, int number, String imports) {
        this(example, number, imports, endOfImports(example.code()));
    }

    private ExampleUnit(Example example, int number, String imports, int declared) {
        super(URI.create("example:///" + number + "/" + example.file()), Kind.SOURCE);
        this.example = example;
        this.number = number;
        this.imports = imports;
        this.code = String.join("\n", example.code());
        this.imported = endOfImports(example.code());
        this.declared = declared;
    }

    /** Takes what comes before the place in this source for declarations of members. */
    ExampleUnit withMembersUntil(long place) {
        int until = Math.toIntExact(place)
                - before().length()
                - classHead().length()
                - methodHead().length();
        return new ExampleUnit(example, number, imports, until);
    }

    /** Takes all of the example but its imports for declarations of members. */
    ExampleUnit withMembersOnly() {
        return new ExampleUnit(example, number, imports, code.length());
    }

    Example example() {
        return example;
    }

    boolean onlyDeclares() {
        return declared == code.length();
    }

    String className() {
        return "Example" + number;
    }

    /** The class is named by the number, the file as the one that holds the example: stack traces name that. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && simpleName.equals(className());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        String lastComment = onlyDeclares() ? "\n" : ""; // would swallow what follows on its line
        return before() + code.substring(0, imported) + classHead() + code.substring(imported, declared) + lastComment
                + methodHead() + code.substring(declared) + "\n}}\n";
    }

    /** What stands on the line before the code, so that each column is right too, where there is such a line. */
    private String before() {
        return "\n".repeat(Math.max(0, example.line() - 2)) + imports + (example.line() > 1 ? "\n" : " ");
    }

    private String classHead() {
        return " final class " + className() + " { private " + className() + "() {} ";
    }

    private static String methodHead() {
        return " void " + METHOD + "() throws Exception { ";
    }

    /** Returns where the imports end that the code begins with, blank lines and comments among them. */
    private static int endOfImports(List<String> lines) {
        int end = 0;
        int offset = 0;
        for (String line : lines) {
            if (line.strip().startsWith("import ")) {
                end = offset + line.length();
            } else if (!line.isBlank() && !line.strip().startsWith("//")) {
                break;
            }
            offset += line.length() + 1;
        }
        return end;
    }

    /** Returns what javac says, with the place in the example's file and the line it is about. */
    String told(Diagnostic<?> diagnostic) {
        long line = diagnostic.getLineNumber();
        String what = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "" : "warning: ";
        return example.at(line) + ": " + what + diagnostic.getMessage(Locale.ROOT) + "\n    " + example.text(line);
    }
}
