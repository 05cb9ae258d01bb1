package rendezvous.notebook;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rendezvous.chart.Figure;
import rendezvous.chart.Lines;

/**
 * What a crowd that waits costs: goroutines, and platform threads beside them, each kind in a JVM of its own.
 *
 * <p>Each member waits at a gate that is never opened. The crowd grows tenfold from step to step; after each, the time that
 * it took to start and the memory of the process are noted. What is measured is printed as it comes.
 *
 * <p>A JVM with goroutines may have a heap of {@value #HEAP_MEGABYTES} MB; threads have their stacks outside of the heap, as
 * large as the system gives them. When memory or threads run out, that JVM ends, this one does not, and the crowd is as
 * large as it was.
 *
 * {@snippet :
 * Crowd crowd = Crowd.gather(10_000, 100);
 * println(crowd.reached(Crowd.GOROUTINES));   // Output: 10000
 * println(crowd.bytesEach(Crowd.GOROUTINES) < crowd.bytesEach(Crowd.THREADS));
 * }
 */
public final class Crowd {
    /** The name of the line of goroutines. */
    public static final String GOROUTINES = "goroutines";
    /** The name of the line of platform threads. */
    public static final String THREADS = "platform threads";

    private static final int HEAP_MEGABYTES = 1500;
    private static final int OUT_OF_MEMORY = 3; // what a JVM says that is to exit then
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Row> rows;
    private final List<String> notes;

    private Crowd(List<Row> rows, List<String> notes) {
        this.rows = List.copyOf(rows);
        this.notes = List.copyOf(notes);
    }

    /**
     * How many there were, and what they cost.
     *
     * @param kind {@link #GOROUTINES} or {@link #THREADS}
     * @param count how many there were; 0 for the empty process
     * @param nanos how long it took until all were there
     * @param bytes the memory of the process
     */
    public record Row(String kind, int count, long nanos, long bytes) {}

    /**
     * Lets both crowds grow, from 100 or 1 000 on, and prints what they cost.
     *
     * @param goroutines how many in the end
     * @param threads how many platform threads in the end
     * @throws IOException if no JVM can be started
     * @throws InterruptedException if the calling thread is interrupted; the other JVM is ended then
     * @throws IllegalArgumentException if one of them is not positive
     */
    public static Crowd gather(int goroutines, int threads) throws IOException, InterruptedException {
        return gather(goroutines, threads, HEAP_MEGABYTES);
    }

    static Crowd gather(int goroutines, int threads, int megabytes) throws IOException, InterruptedException {
        if (goroutines < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "crowd: got " + goroutines + " goroutines and " + threads + " threads, want 1 of each or more");
        }
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        grow(GOROUTINES, goroutines, megabytes, rows, notes);
        grow(THREADS, threads, megabytes, rows, notes);
        return new Crowd(rows, notes);
    }

    private static void grow(String kind, int most, int megabytes, List<Row> rows, List<String> notes)
            throws IOException, InterruptedException {
        boolean threads = kind.equals(THREADS);
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmn16m", "-Xmx" + megabytes + "m"));
        if (!threads) {
            options.add("-XX:+ExitOnOutOfMemoryError"); // any of its threads may be the one that finds no memory
        }
        List<String> main = new ArrayList<>(List.of(CrowdMain.class.getName(), threads ? "threads" : "goroutines"));
        steps(most).forEach(count -> main.add(Integer.toString(count)));
        int before = notes.size();
        ChildJvm.Ended ended = ChildJvm.run(options, main, LIMIT, line -> hear(kind, line, rows, notes));
        if (ended.stopped()) {
            note(kind + ": their time was up after " + LIMIT.toSeconds() + " s.", notes);
        } else if (ended.code() == OUT_OF_MEMORY) {
            note(kind + ": more do not fit into a heap of " + number(megabytes) + " MB.", notes);
        } else if (notes.size() == before && reached(rows, kind) < most) {
            note(kind + ": their JVM ended with exit code " + ended.code() + ".", notes);
        }
    }

    private static List<Integer> steps(int most) {
        List<Integer> steps = new ArrayList<>(IntStream.iterate(100, step -> step < most, step -> step * 10)
                .boxed()
                .toList());
        steps.add(most);
        return steps;
    }

    private static void hear(String kind, String line, List<Row> rows, List<String> notes) {
        if (line.startsWith(CrowdMain.MEASURED)) {
            String[] words = line.substring(CrowdMain.MEASURED.length()).split(" ", -1);
            Row row = new Row(kind, Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
            rows.add(row);
            System.out.println(told(row));
        } else if (line.startsWith(CrowdMain.STOPPED)) {
            String[] words = line.substring(CrowdMain.STOPPED.length()).split(" ", 2);
            note(kind + ": after " + number(Long.parseLong(words[0])) + " the system said “" + words[1] + "”.", notes);
        }
    }

    private static void note(String sentence, List<String> notes) {
        notes.add(sentence);
        System.out.println(sentence);
    }

    private static String told(Row row) {
        String memory = number(Math.round(row.bytes() / 1e6)) + " MB";
        return row.count() == 0
                ? "a process for " + row.kind() + ", still empty: " + memory
                : String.format(
                        Locale.ROOT,
                        "%s %s wait: started in %s ms, the process holds %s",
                        number(row.count()),
                        row.kind(),
                        number(row.nanos() / 1_000_000),
                        memory);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static int reached(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .mapToInt(Row::count)
                .max()
                .orElse(0);
    }

    /** Returns what was measured, in its order. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns how many there were in the end. */
    public int reached(String kind) {
        return reached(rows, kind);
    }

    /**
     * Returns by how much the process has grown for each of them, in bytes, where there were most.
     *
     * @throws IllegalStateException if there was none
     */
    public double bytesEach(String kind) {
        return (double) (largest(kind).bytes() - row(kind, 0).bytes())
                / largest(kind).count();
    }

    /**
     * Returns how long it took to start one, in nanoseconds, where there were most.
     *
     * @throws IllegalStateException if there was none
     */
    public double nanosEach(String kind) {
        return (double) largest(kind).nanos() / largest(kind).count();
    }

    private Row largest(String kind) {
        int most = reached(kind);
        if (most == 0) {
            throw new IllegalStateException("crowd: there are no " + kind + ". " + String.join(" ", notes));
        }
        return row(kind, most);
    }

    private Row row(String kind, int count) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind) && row.count() == count)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("crowd: nothing was measured at " + count + " " + kind));
    }

    /** Returns the chart of the memory. */
    public Figure memory() {
        Lines lines = Lines.titled("The memory of a crowd that waits")
                .x("how many wait")
                .y("memory of the process")
                .bytes()
                .logarithmic();
        for (String kind : List.of(GOROUTINES, THREADS)) {
            lines.line(kind, points(kind, true));
        }
        notes.forEach(lines::note);
        return lines.note("One more goroutine takes " + number(Math.round(bytesEach(GOROUTINES)))
                        + " bytes, one more thread " + number(Math.round(bytesEach(THREADS))) + ".")
                .figure();
    }

    /** Returns the chart of the time that it took to start them. */
    public Figure start() {
        Lines lines = Lines.titled("How long it takes until all are there")
                .x("how many wait")
                .y("time to start")
                .nanos()
                .logarithmic();
        for (String kind : List.of(GOROUTINES, THREADS)) {
            lines.line(kind, points(kind, false));
        }
        notes.forEach(lines::note);
        return lines.figure();
    }

    private List<Lines.Point> points(String kind, boolean memory) {
        largest(kind);
        return rows.stream()
                .filter(row -> row.kind().equals(kind) && row.count() > 0)
                .map(row -> new Lines.Point(row.count(), memory ? row.bytes() : row.nanos()))
                .toList();
    }

    /** Returns what was measured, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(told(row)).append('\n'));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString().strip();
    }
}
