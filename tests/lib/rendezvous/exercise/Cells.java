package rendezvous.exercise;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;

/** Cells of a notebook, compiled and run by JShell in this JVM with the imports that the kernel gives. */
public final class Cells implements AutoCloseable {
    private static volatile @Nullable Supplier<?> handedOver;

    private final JShell shell = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .build();

    Cells() {
        Stream.of(Chan.class, Exercises.class, Test.class)
                .map(Cells::place)
                .distinct()
                .forEach(shell::addToClasspath);
        shell.addToClasspath(place(Cells.class));
        run("import java.util.*; import java.util.concurrent.*;");
        run("import rendezvous.chan.Chan; import rendezvous.chan.Signal; import rendezvous.runtime.Goroutine;");
        run("import static rendezvous.chan.Go.go; import static rendezvous.chan.Signal.SIGNAL;");
        run("import static rendezvous.exercise.Exercises.*;");
        Catalog.all().forEach(exercise -> run("import " + exercise.answer() + ";"));
    }

    private static String place(Class<?> type) {
        try {
            return new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by a cell. */
    public static void handOver(Supplier<?> answer) {
        handedOver = answer;
    }

    /** Runs the answer's cell and returns what a check of it is given. */
    Supplier<?> answer(Exercise exercise, String source) {
        run(source);
        run("rendezvous.exercise.Cells.handOver(" + exercise.call() + ");");
        Supplier<?> answer = handedOver;
        if (answer == null) {
            throw new IllegalStateException("nothing was handed over");
        }
        handedOver = null;
        return answer;
    }

    /** Runs a cell: all its snippets must compile and none may throw. */
    void run(String source) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String rest = source;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                throw new IllegalArgumentException("not complete: " + rest);
            }
            for (SnippetEvent event : shell.eval(info.source())) {
                check(event);
            }
            rest = info.remaining();
        }
    }

    private void check(SnippetEvent event) {
        Snippet snippet = event.snippet();
        String problems = shell.diagnostics(snippet)
                .map(diagnostic -> diagnostic.getMessage(null))
                .collect(Collectors.joining("\n"));
        if (snippet instanceof DeclarationSnippet declaration) {
            problems += shell.unresolvedDependencies(declaration).collect(Collectors.joining("\n"));
        }
        boolean there = event.status() == Snippet.Status.VALID || event.status() == Snippet.Status.OVERWRITTEN;
        if (!there || event.exception() != null) {
            throw new IllegalArgumentException(
                    event.status() + " " + problems + " " + event.exception() + " in:\n" + snippet.source());
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
