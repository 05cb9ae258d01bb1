package rendezvous.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets tests ask the model questions, with a progress of their own. */
final class Models implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    static final Path FOLDER = Path.of("tests", "notebooks", "models");

    @Override
    public void beforeAll(ExtensionContext context) {
        Tasks.drafts = FOLDER.toString();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Progress.keepIn(null);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Tasks.drafts = null;
        Progress.keepIn(null);
    }

    /** An answer that an author wrote down, and what must be said of it; empty if it is right. */
    record Proof(Task task, String answer, String said) {
        @Override
        public String toString() {
            return task.id() + " " + answer.lines().findFirst().orElse("") + (said.isEmpty() ? "" : " → " + said);
        }
    }

    /** Returns the answers that the authors of all tasks of some kinds wrote down. */
    static List<Proof> proofs(Task.Kind... kinds) {
        Tasks.drafts = FOLDER.toString();
        List<Proof> proofs = new ArrayList<>();
        for (Task task : Tasks.all()) {
            if (Stream.of(kinds).noneMatch(kind -> kind == task.kind())) {
                continue;
            }
            task.section("Right").lines().forEach(line -> proofs.add(new Proof(task, line.strip(), "")));
            task.section("Wrong").lines().forEach(line -> {
                int at = line.lastIndexOf(line.contains("=>") ? "=>" : "=");
                String said = line.substring(at + (line.contains("=>") ? 2 : 1)).strip();
                proofs.add(new Proof(task, line.substring(0, at).strip(), said));
            });
        }
        return proofs;
    }

    /** Returns the programs that the authors of what is to be mended wrote down. */
    static List<Proof> programs() {
        Tasks.drafts = FOLDER.toString();
        List<Proof> proofs = new ArrayList<>();
        for (Task task : Tasks.all()) {
            if (task.kind() != Task.Kind.FIX) {
                continue;
            }
            for (Map.Entry<String, String> section : task.sections().entrySet()) {
                if (section.getKey().startsWith("Right")) {
                    proofs.add(new Proof(task, task.code(section.getKey()), ""));
                } else if (section.getKey().startsWith("Wrong")) {
                    String said = section.getValue().lines().findFirst().orElse("");
                    proofs.add(new Proof(task, task.code(section.getKey()), said));
                }
            }
        }
        return proofs;
    }
}
