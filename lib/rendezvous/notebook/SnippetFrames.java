package rendezvous.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames of JShell's generated classes into frames of snippets: file {@code #} and the id, line as in the source.
 *
 * <p>JShell does so itself for what a statement throws, but not for a goroutine's panic or an exception of a
 * {@code toString} while a value is shown. Its method for it is private; where it cannot be had, frames stay raw.
 */
final class SnippetFrames {
    private final JShell shell;
    private final @Nullable Object evaluator;
    private final @Nullable Method translate;

    SnippetFrames(JShell shell) {
        this.shell = shell;
        Object found = null;
        Method method = null;
        try {
            Field field = JShell.class.getDeclaredField("eval");
            field.setAccessible(true);
            found = field.get(shell);
            method = field.getType().getDeclaredMethod("translateExceptionStack", Exception.class);
            method.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            method = null; // another JDK, or one whose jdk.jshell is not opened
        }
        this.evaluator = found;
        this.translate = method;
    }

    StackTraceElement[] of(Throwable failure) {
        return of(failure.getStackTrace());
    }

    StackTraceElement[] of(StackTraceElement[] raw) {
        if (translate == null || !isRaw(raw)) {
            return raw;
        }
        Exception carrier = new Exception();
        carrier.setStackTrace(raw);
        try {
            // The same lock for all threads: JShell is not made for two at once.
            synchronized (shell) {
                return (StackTraceElement[]) translate.invoke(evaluator, carrier);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            return raw;
        }
    }

    private static boolean isRaw(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("REPL.$JShell$")) {
                return true;
            }
        }
        return false;
    }
}
