package rendezvous.trace;

import java.util.Locale;

/** Writes events of the trace event format, one a line. Times are given in nanoseconds, and written in microseconds. */
final class JsonEvents implements TrackEvents {
    private final StringBuilder text = new StringBuilder("{\"traceEvents\":[");
    private boolean first = true;

    /** Names a group of tracks, which the format calls a process. */
    @Override
    public void group(int group, String name) {
        begin("M", group, 0, "process_name").append(",\"args\":{\"name\":");
        quote(name);
        text.append("}}");
    }

    /** Names a track, which the format calls a thread. */
    @Override
    public void track(int group, long track, String name) {
        begin("M", group, track, "thread_name").append(",\"args\":{\"name\":");
        quote(name);
        text.append("}}");
        begin("M", group, track, "thread_sort_index")
                .append(",\"args\":{\"sort_index\":")
                .append(track)
                .append("}}");
    }

    @Override
    public void slice(int group, long track, String name, long from, long to) {
        if (to > from) {
            begin("X", group, track, name).append(",\"cat\":\"state\",\"ts\":");
            micros(from);
            text.append(",\"dur\":");
            micros(to - from);
            text.append('}');
        }
    }

    @Override
    public void instant(int group, long track, String name, long at) {
        begin("i", group, track, name).append(",\"cat\":\"operation\",\"s\":\"t\",\"ts\":");
        micros(at);
        text.append('}');
    }

    /** Writes an arrow from one track to another, each end tied to the slice that it lies in. */
    @Override
    public void arrow(int number, String what, int group, long from, long fromAt, long to, long toAt) {
        begin("s", group, from, what)
                .append(",\"cat\":\"flow\",\"id\":")
                .append(number)
                .append(",\"ts\":");
        micros(fromAt);
        text.append('}');
        begin("f", group, to, what)
                .append(",\"cat\":\"flow\",\"bp\":\"e\",\"id\":")
                .append(number)
                .append(",\"ts\":");
        micros(toAt);
        text.append('}');
    }

    /** Ends it; returns the whole. */
    String end(long dropped, Trace.Unit unit) {
        return text.append("\n],\"displayTimeUnit\":\"ns\",\"otherData\":{\"clock\":\"")
                .append(unit.name().toLowerCase(Locale.ROOT))
                .append("\",\"events not kept\":\"")
                .append(dropped)
                .append("\"}}\n")
                .toString();
    }

    private StringBuilder begin(String phase, int group, long track, String name) {
        text.append(first ? "\n" : ",\n");
        first = false;
        text.append("{\"ph\":\"").append(phase).append("\",\"pid\":").append(group);
        text.append(",\"tid\":").append(track).append(",\"name\":");
        quote(name);
        return text;
    }

    private void micros(long nanos) {
        text.append(nanos / 1_000).append('.');
        String rest = Long.toString(nanos % 1_000);
        text.append("0".repeat(3 - rest.length())).append(rest);
    }

    private void quote(String raw) {
        text.append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c)); // half a character is no UTF-8
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
