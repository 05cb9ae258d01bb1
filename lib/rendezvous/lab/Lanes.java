package rendezvous.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** The steps of a run as text: a column for each goroutine, a line for each step in which something happened. */
final class Lanes {
    private static final int MOST_LINES = 120;
    private static final int MOST_COLUMNS = 6;
    private static final int WIDEST = 36;

    private final List<String> names = new ArrayList<>();
    private final Map<Object, Integer> columns = new HashMap<>();
    private final Map<Integer, Map<Integer, String>> lines = new LinkedHashMap<>(); // by step, by column

    private Lanes(Log log) {
        for (Goroutine goroutine : log.goroutines()) {
            column(goroutine, goroutine.name());
        }
        List<Event> events = log.events();
        int next = 0;
        for (int step = 0; step <= log.steps().size(); step++) {
            int first = next;
            while (next < events.size() && log.stepOf(next) == step) {
                next++;
            }
            note(step, events.subList(first, next));
            if (step > 0) {
                noteSilent(step, log.steps().get(step - 1));
            }
        }
    }

    static String of(Log log) {
        return new Lanes(log).text();
    }

    private int column(Object owner, String name) {
        return columns.computeIfAbsent(owner, any -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    private void note(int step, List<Event> events) {
        for (Event event : events) {
            if (event.kind() != Event.Kind.UNBLOCK || event.peer() == null) {
                put(step, column(event.goroutine(), event.goroutine().name()), Trace.words(event));
            }
        }
    }

    /** An operation that nobody tells of, such as taking a lock that is free. */
    private void noteSilent(int step, Log.Step taken) {
        Strand strand = taken.strand();
        Object owner = strand.goroutine() == null ? strand : strand.goroutine();
        String what = strand.alarm != null ? "is due" : taken.step();
        if (what == null) {
            return;
        }
        int column = column(owner, strand.name());
        if (!lines.getOrDefault(step, Map.of()).containsKey(column)) {
            put(step, column, what + Describe.label(taken.subject()));
        }
    }

    private void put(int step, int column, String what) {
        lines.computeIfAbsent(step, any -> new HashMap<>())
                .merge(column, what, (before, after) -> before + "; " + after);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int[] widths = widths();
        text.append(" step");
        for (int i = 0; i < widths.length; i++) {
            cell(text, names.get(i), widths[i]);
        }
        end(text);
        int shown = 0;
        for (Map.Entry<Integer, Map<Integer, String>> line : lines.entrySet()) {
            shown++;
            if (lines.size() > MOST_LINES && shown > MOST_LINES / 2 && shown <= lines.size() - MOST_LINES / 2) {
                if (shown == MOST_LINES / 2 + 1) {
                    text.append("  … and ").append(lines.size() - MOST_LINES).append(" lines more\n");
                }
                continue;
            }
            text.append(String.format("%5d", line.getKey()));
            for (int i = 0; i < widths.length; i++) {
                cell(text, line.getValue().getOrDefault(i, ""), widths[i]);
            }
            others(text, line.getValue(), widths.length);
            end(text);
        }
        return text.toString();
    }

    /** What happened to those who have no column, by name. */
    private void others(StringBuilder text, Map<Integer, String> line, int from) {
        for (int i = from; i < names.size(); i++) {
            if (line.containsKey(i)) {
                text.append("  ").append(names.get(i)).append(' ').append(line.get(i));
            }
        }
    }

    private int[] widths() {
        int[] widths = new int[Math.min(MOST_COLUMNS, names.size())];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = names.get(i).length();
            for (Map<Integer, String> line : lines.values()) {
                widths[i] = Math.max(widths[i], line.getOrDefault(i, "").length());
            }
            widths[i] = Math.min(widths[i], WIDEST);
        }
        return widths;
    }

    private static void cell(StringBuilder text, String what, int width) {
        String fit = what.length() <= width ? what : what.substring(0, width - 1) + "…";
        text.append("  ").append(fit).repeat(" ", width - fit.length());
    }

    private static void end(StringBuilder text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
        text.append('\n');
    }
}
