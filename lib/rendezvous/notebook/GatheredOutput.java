package rendezvous.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;

/**
 * What cells print, gathered into few messages, capped, and attributed.
 *
 * <p>A message for each {@code println} would lose output: the sockets drop what they cannot queue, and a loop of
 * 20 000 lines lost a third, and the word that the cell had ended. So text waits until there is enough for a message,
 * a tenth of a second has passed, or the cell ends. Standard output and standard error keep their order.
 *
 * <p>What arrives while no cell runs is kept, and shown at the start of the next cell's output, labelled. What a thread
 * of an earlier cell prints into a later one is labelled line by line. So is what a goroutine prints that was given a name.
 *
 * <p>Safe for use by many threads. A line that one call prints is never broken by another thread's.
 */
final class GatheredOutput {
    /** Enough text for a message. */
    static final int MESSAGE_CHARS = 8 * 1024;

    /** Which of the two streams. */
    enum Kind {
        OUT,
        ERR
    }

    /** Where gathered text goes while a cell runs: one message a call, in order. It must not block for long. */
    interface Outlet {
        void send(Kind kind, String text);
    }

    private final OutputCap.Limits limits;
    private final Consumer<Runnable> later;
    private final Runnable gate;
    private final Origins origins = new Origins();
    private final PrintStream out = stream(Kind.OUT, true);
    private final PrintStream err = stream(Kind.ERR, true);
    private final PrintStream reports = stream(Kind.ERR, false);

    private final ReentrantLock lock = new ReentrantLock();
    private final Line outLine = new Line();
    private final Line errLine = new Line();
    private final Deque<Piece> pending = new ArrayDeque<>();
    private int pendingChars;
    private boolean flushIsDue;
    private final List<Piece> late = new ArrayList<>();
    private OutputCap own;
    private OutputCap others;
    private @Nullable Outlet outlet; // null while no cell runs
    private int cell; // the one that runs, else the last that ran; 0 before the first

    /**
     * Creates the two streams; no cell runs yet.
     *
     * @param later runs a task a moment later, on another thread: the time that text may wait
     * @param gate called by each thread that prints, before it prints; may refuse by an Error
     */
    GatheredOutput(OutputCap.Limits limits, Consumer<Runnable> later, Runnable gate) {
        this.limits = limits;
        this.later = later;
        this.gate = gate;
        this.own = new OutputCap(limits, "cell-0");
        this.others = new OutputCap(limits.forOthers(), "after-cell-0");
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Standard error for what names its goroutine itself: no goroutine's label stands before its lines. */
    PrintStream reports() {
        return reports;
    }

    /** Says that a cell begins: text goes to its outlet from here on, what came since the last cell first. */
    void open(int number, Outlet to) {
        lock.lock();
        try {
            String hidden = others.close();
            cell = number;
            outlet = to;
            own = new OutputCap(limits, "cell-" + number);
            others = new OutputCap(limits.forOthers(), "in-cell-" + number);
            outLine.restart();
            errLine.restart();
            for (Piece piece : late) {
                enqueue(piece.kind(), piece.text().toString());
            }
            late.clear();
            enqueue(Kind.OUT, hidden);
            sendPending();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the cell ends, and sends what is left. */
    void close() {
        lock.lock();
        try {
            enqueue(Kind.OUT, own.close());
            String hidden = others.close();
            enqueue(Kind.OUT, hidden.isEmpty() ? "" : "(earlier cells) " + hidden);
            sendPending();
            outlet = null;
            others = new OutputCap(limits.forOthers(), "after-cell-" + cell);
            outLine.restart();
            errLine.restart();
        } finally {
            lock.unlock();
        }
    }

    /** Sends what waits, so that what is sent by other ways comes after it. */
    void flush() {
        lock.lock();
        try {
            sendPending();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the calling thread, and those it starts, belong to the cell. */
    void claimThread(int number) {
        origins.claim(number);
    }

    private void print(Kind kind, boolean speaks, byte[] bytes, int offset, int length) {
        gate.run();
        lock.lock();
        try {
            Line line = kind == Kind.OUT ? outLine : errLine;
            String text = line.decoder.decode(bytes, offset, length);
            if (!text.isEmpty()) {
                int origin = origins.of(cell);
                if (outlet == null) {
                    keep(kind, origin, others.take(text));
                } else {
                    OutputCap cap = origin == cell ? own : others;
                    enqueue(kind, cap.take(line.labelled(text, label(origin, speaks))));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** What stands before a line: the cell if it is an earlier one, the goroutine if it has a name of its own. */
    private String label(int origin, boolean speaks) {
        Goroutine goroutine = speaks ? Goroutine.current() : null;
        String speaker = goroutine == null || isUnnamed(goroutine) ? "" : "[" + goroutine.name() + "] ";
        return (origin == cell ? "" : "(cell [" + origin + "]) ") + speaker;
    }

    /** One that nobody named, or that is named after the block it runs, speaks for the cell. */
    private static boolean isUnnamed(Goroutine goroutine) {
        return goroutine.name().equals("goroutine " + goroutine.id())
                || goroutine.name().equals("main");
    }

    private void keep(Kind kind, int origin, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = late.isEmpty() ? null : late.getLast();
        if (last == null || last.kind() != kind || last.origin() != origin) {
            String label =
                    origin == 0 ? "(printed before the first cell)" : "(printed after cell [" + origin + "] ended)";
            last = new Piece(kind, origin, new StringBuilder(label).append('\n'));
            late.add(last);
        }
        last.text().append(text);
    }

    private void enqueue(Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pending.peekLast();
        if (last == null || last.kind() != kind) {
            last = new Piece(kind, cell, new StringBuilder());
            pending.add(last);
        }
        last.text().append(text);
        pendingChars += text.length();
        if (pendingChars >= MESSAGE_CHARS) {
            sendPending();
        } else if (!flushIsDue) {
            flushIsDue = true;
            later.accept(this::flushDue);
        }
    }

    private void flushDue() {
        lock.lock();
        try {
            flushIsDue = false;
            sendPending();
        } finally {
            lock.unlock();
        }
    }

    private void sendPending() {
        if (outlet != null) {
            for (Piece piece = pending.poll(); piece != null; piece = pending.poll()) {
                outlet.send(piece.kind(), piece.text().toString());
            }
            pendingChars = 0;
        }
    }

    private PrintStream stream(Kind kind, boolean speaks) {
        // A PrintStream hands on each call's text at once, under its own lock: so a line stays whole.
        return new PrintStream(new Sink(kind, speaks), false, StandardCharsets.UTF_8);
    }

    private record Piece(Kind kind, int origin, StringBuilder text) {}

    /** The end of one stream: how far its last character and its last line are. */
    private static final class Line {
        final Utf8Decoder decoder = new Utf8Decoder();
        private boolean atStart = true;
        private String label = "";

        void restart() {
            atStart = true;
        }

        /** The text with each line labelled, and no line shared by two who have different labels. */
        String labelled(String text, String by) {
            StringBuilder result = new StringBuilder();
            if (!atStart && !label.equals(by)) {
                result.append('\n');
                atStart = true;
            }
            label = by;
            for (int at = 0; at < text.length(); ) {
                int end = text.indexOf('\n', at) + 1;
                end = end == 0 ? text.length() : end;
                result.append(atStart ? by : "").append(text, at, end);
                atStart = text.charAt(end - 1) == '\n';
                at = end;
            }
            return result.toString();
        }
    }

    private final class Sink extends OutputStream {
        private final Kind kind;
        private final boolean speaks;

        Sink(Kind kind, boolean speaks) {
            this.kind = kind;
            this.speaks = speaks;
        }

        @Override
        public void write(int b) {
            print(kind, speaks, new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            print(kind, speaks, bytes, offset, length);
        }

        /** Does nothing: who flushes wants the text seen soon, and it will be. */
        @Override
        public void flush() {}
    }
}
