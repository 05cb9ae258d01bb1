package rendezvous.lab;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.World;

/**
 * Keeps what a run prints apart from all else that is printed: {@code System.out} and {@code System.err} while a run is on.
 *
 * <p>It takes no lock for a run, since a goroutine that waited for a lock of the real stream would be woken from outside.
 * A print is a step of the program like an operation on a channel: what two goroutines print can come in either order.
 */
@SuppressWarnings("AnnotateFormatMethod") // as its superclass
final class Output extends PrintStream {
    private static final Object INSTALLATION = new Object();
    private static int users;
    private static @Nullable Output out;
    private static @Nullable Output err;

    private final PrintStream real;

    private Output(PrintStream real) {
        super(OutputStream.nullOutputStream(), false, real.charset());
        this.real = real;
    }

    /** Puts itself before the real streams; to be undone by {@link #uninstall}. */
    static void install() {
        synchronized (INSTALLATION) {
            users++;
            if (!(System.out instanceof Output)) {
                out = new Output(System.out);
                System.setOut(out);
            }
            if (!(System.err instanceof Output)) {
                err = new Output(System.err);
                System.setErr(err);
            }
        }
    }

    static void uninstall() {
        synchronized (INSTALLATION) {
            users--;
            if (users == 0 && out != null && err != null) {
                // Whoever set another stream meanwhile shall keep it.
                if (System.out == out) {
                    System.setOut(out.real);
                }
                if (System.err == err) {
                    System.setErr(err.real);
                }
            }
        }
    }

    /** Returns where to print, if it is not to the real stream. */
    private @Nullable StringBuilder page() {
        return World.current() instanceof LabWorld world ? world.page() : null;
    }

    private void put(@Nullable String text, String end) {
        StringBuilder page = page();
        if (page != null) {
            LabWorld.write(page, String.valueOf(text), end);
        } else if (end.isEmpty()) {
            real.print(text);
        } else {
            real.println(text);
        }
    }

    @Override
    public void write(int b) {
        StringBuilder page = page();
        if (page == null) {
            real.write(b);
        } else {
            LabWorld.write(page, String.valueOf((char) (b & 0xFF)), "");
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        StringBuilder page = page();
        if (page == null) {
            real.write(bytes, from, length);
        } else {
            LabWorld.write(page, new String(bytes, from, length, charset()), "");
        }
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() {
        real.flush();
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public boolean checkError() {
        return real.checkError();
    }

    @Override
    public void print(boolean value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(char value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(int value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(long value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(float value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(double value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(char[] value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void print(@Nullable String value) {
        put(value, "");
    }

    @Override
    public void print(@Nullable Object value) {
        put(String.valueOf(value), "");
    }

    @Override
    public void println() {
        put("", "\n");
    }

    @Override
    public void println(boolean value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(char value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(int value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(long value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(float value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(double value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(char[] value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public void println(@Nullable String value) {
        put(value, "\n");
    }

    @Override
    public void println(@Nullable Object value) {
        put(String.valueOf(value), "\n");
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... values) {
        return format(format, values);
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... values) {
        return format(locale, format, values);
    }

    @Override
    public PrintStream format(String format, @Nullable Object... values) {
        put(String.format(format, values), "");
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... values) {
        put(String.format(locale, format, values), "");
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text) {
        put(String.valueOf(text), "");
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text, int from, int to) {
        put(String.valueOf(Objects.requireNonNullElse(text, "null").subSequence(from, to)), "");
        return this;
    }

    @Override
    public PrintStream append(char value) {
        put(String.valueOf(value), "");
        return this;
    }
}
