package rendezvous.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** The steps of a run as text: a column for each goroutine, a line for each step in which something happened. */
final class Lanes {
    private static final int MOST_LINES = 30; // of the beginning, and again of the end
    private static final int MOST_COLUMNS = 6;
    private static final int WIDEST = 44; // a column, where there is no room to spare
    private static final int PAGE = 90;

    /** What happened in a step, by column. */
    private record Line(int step, Map<Integer, String> cells) {}

    private final Labels labels = new Labels();
    private final List<String> names = new ArrayList<>();
    private final Map<Object, Integer> columns = new HashMap<>();
    private final List<Line> beginning = new ArrayList<>();
    private final Deque<Line> end = new ArrayDeque<>();
    private int between;

    private Lanes(Log log) {
        for (Goroutine goroutine : log.goroutines()) {
            column(goroutine, goroutine.name());
        }
        List<Event> events = log.events();
        int next = 0;
        for (int step = 0; step <= log.steps().size(); step++) {
            Map<Integer, String> cells = new HashMap<>();
            int first = next;
            while (next < events.size() && log.stepOf(next) == step) {
                next++;
            }
            if (step > 0) {
                noteSilent(cells, log.steps().get(step - 1), events.subList(first, next));
            }
            for (Event event : events.subList(first, next)) {
                note(cells, event);
            }
            if (!cells.isEmpty()) {
                add(new Line(step, cells));
            }
        }
    }

    static String of(Log log) {
        return new Lanes(log).text();
    }

    private void add(Line line) {
        if (beginning.size() < MOST_LINES) {
            beginning.add(line);
            return;
        }
        end.add(line);
        if (end.size() > MOST_LINES) {
            end.remove();
            between++;
        }
    }

    private int column(Object owner, String name) {
        return columns.computeIfAbsent(owner, any -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    private void note(Map<Integer, String> cells, Event event) {
        boolean told = event.kind() == Event.Kind.UNBLOCK ? event.peer() == null : isOfProgram(event);
        if (told) {
            String of = event.kind() == Event.Kind.BLOCK ? labels.ofNumbered(event.subject()) : "";
            put(cells, column(event.goroutine(), event.goroutine().name()), Trace.words(event) + of);
        }
    }

    /** An operation that nobody tells of, such as taking a lock that is free. */
    private void noteSilent(Map<Integer, String> cells, Log.Step taken, List<Event> events) {
        Strand strand = taken.strand();
        Object owner = strand.goroutine() == null ? strand : strand.goroutine();
        String what = strand.alarm != null ? "is due" : taken.step();
        if (what == null) {
            return;
        }
        if (events.stream().noneMatch(event -> event.goroutine() == owner && tellsOfStep(event))) {
            put(cells, column(owner, strand.name()), what + labels.of(taken.subject()));
        }
    }

    /** Whether the event says what its goroutine's step was. */
    private static boolean tellsOfStep(Event event) {
        return switch (event.kind()) {
            case BLOCK, SEND, RECEIVE, CLOSE -> true;
            default -> false;
        };
    }

    /** Whether nothing else says the same: locks, selects and cancels are steps with words of their own. */
    private static boolean isOfProgram(Event event) {
        return switch (event.kind()) {
            case START, END, PANIC, BLOCK, SEND, RECEIVE, CLOSE -> true;
            default -> false;
        };
    }

    private static void put(Map<Integer, String> cells, int column, String what) {
        cells.merge(column, what, (before, after) -> before + "; " + after);
    }

    private String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder(" step");
        for (int i = 0; i < widths.length; i++) {
            cell(text, names.get(i), widths[i]);
        }
        finish(text);
        beginning.forEach(line -> write(text, line, widths));
        if (between > 0) {
            text.append("  … and ").append(between).append(between == 1 ? " line more\n" : " lines more\n");
        }
        end.forEach(line -> write(text, line, widths));
        return text.toString();
    }

    /** The widths of the columns; none if they are too many to stand side by side. */
    private int[] widths() {
        int[] widths = new int[names.size() <= MOST_COLUMNS ? names.size() : 0];
        int[] wanted = new int[widths.length];
        for (int i = 0; i < widths.length; i++) {
            int widest = names.get(i).length();
            for (Line line : beginning) {
                widest = Math.max(widest, line.cells.getOrDefault(i, "").length());
            }
            for (Line line : end) {
                widest = Math.max(widest, line.cells.getOrDefault(i, "").length());
            }
            wanted[i] = widest;
            widths[i] = Math.min(widest, WIDEST);
        }
        int room = PAGE
                - " step".length()
                - Arrays.stream(widths).map(width -> width + 2).sum();
        for (int i = 0; i < widths.length && room > 0; i++) {
            int more = Math.min(room, wanted[i] - widths[i]);
            widths[i] += more;
            room -= more;
        }
        return widths;
    }

    private void write(StringBuilder text, Line line, int[] widths) {
        text.append(String.format(Locale.ROOT, "%5d", line.step));
        for (int i = 0; i < names.size(); i++) {
            String what = line.cells.getOrDefault(i, "");
            if (i < widths.length) {
                cell(text, what, widths[i]);
            } else if (!what.isEmpty()) {
                text.append("  ").append(names.get(i)).append(' ').append(what);
            }
        }
        finish(text);
    }

    private static void cell(StringBuilder text, String what, int width) {
        String fit = what.length() <= width ? what : what.substring(0, width - 1) + "…";
        text.append("  ").append(fit).repeat(" ", width - fit.length());
    }

    private static void finish(StringBuilder text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
        text.append('\n');
    }
}
