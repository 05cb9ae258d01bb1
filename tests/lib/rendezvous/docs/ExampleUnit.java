package rendezvous.docs;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;

/** An example as a source file, in which each line of the example has the number that it has in its own file. */
final class ExampleUnit extends SimpleJavaFileObject {
    /** The method that holds the statements. */
    static final String METHOD = "cell";

    private final Example example;
    private final int number;
    private final String imports;
    private final Form form;

    /** What an example is a sequence of. */
    enum Form {
        STATEMENTS,
        DECLARATIONS
    }

    ExampleUnit(Example example, int number, String imports, Form form) {
        super(URI.create("example:///" + number + "/" + example.file()), Kind.SOURCE);
        this.example = example;
        this.number = number;
        this.imports = imports;
        this.form = form;
    }

    ExampleUnit as(Form other) {
        return new ExampleUnit(example, number, imports, other);
    }

    Example example() {
        return example;
    }

    Form form() {
        return form;
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
        StringBuilder source = new StringBuilder();
        int imported = imports();
        // On the line before the code, so that each of its columns is right too, where there is such a line.
        source.append("\n".repeat(Math.max(0, example.line() - 2))).append(imports);
        source.append(imported == 0 ? " " + head() : "").append(example.line() > 1 ? "\n" : " ");
        for (int i = 0; i < example.code().size(); i++) {
            source.append(example.code().get(i));
            source.append(i + 1 == imported ? " " + head() + "\n" : "\n");
        }
        return source.append(form == Form.STATEMENTS ? "}}" : "}").append("\n").toString();
    }

    private String head() {
        return form == Form.STATEMENTS
                ? "final class " + className() + " { private " + className() + "() {} static void " + METHOD
                        + "() throws Exception {"
                : "final class " + className() + " {";
    }

    /** Returns how many lines the imports take that the code begins with, blank lines and comments among them. */
    private int imports() {
        List<String> lines = example.code();
        int imported = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("import ")) {
                imported = i + 1;
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                break;
            }
        }
        return imported;
    }

    /** Returns what javac says, with the place in the example's file and the line it is about. */
    String told(Diagnostic<?> diagnostic) {
        long line = diagnostic.getLineNumber();
        String what = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "" : "warning: ";
        return example.at(line) + ": " + what + diagnostic.getMessage(Locale.ROOT) + "\n    " + example.text(line);
    }
}
