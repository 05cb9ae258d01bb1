package rendezvous.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stack traces as a learner reads them: their own lines, by cell, and what those called. Frames of JShell, of JJava, of
 * reflection and of the library's insides are left out.
 */
final class StackText {
    private static final int MOST_FRAMES = 12;
    private static final int FRAMES_WITHOUT_CELL = 5;

    /** JShell's name of a class declared in a cell, before the name that the cell gave it. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$?");

    private static final Pattern ANONYMOUS = Pattern.compile("^.*\\$\\d+$");

    private static final List<String> INSIDES = List.of(
            "jdk.internal.",
            "jdk.jshell.",
            "sun.",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "java.lang.VirtualThread",
            "java.lang.ScopedValue",
            "java.util.concurrent.FutureTask",
            "java.util.concurrent.ThreadPoolExecutor",
            "org.dflib.jjava.",
            "rendezvous.notebook.",
            "rendezvous.runtime.");

    private final NotebookEvaluator evaluator;

    StackText(NotebookEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The frames worth showing, one line each. */
    List<String> lines(StackTraceElement[] trace) {
        List<StackTraceElement> frames = new ArrayList<>();
        boolean anyOwn = Arrays.stream(trace).anyMatch(StackText::isOwn);
        for (int i = 0; i < trace.length; i++) {
            boolean calledByOwn = i + 1 < trace.length && isOwn(trace[i + 1]);
            boolean wanted = anyOwn
                    ? isOwn(trace[i]) || (calledByOwn && !isInside(trace[i]))
                    : !isInside(trace[i]) && frames.size() < FRAMES_WITHOUT_CELL;
            if (wanted) {
                frames.add(trace[i]);
            }
        }
        List<String> lines = new ArrayList<>();
        int repeats = 0;
        for (int i = 0; i < frames.size(); i++) {
            String line = "    at " + text(frames.get(i));
            boolean again = i + 1 < frames.size() && line.equals("    at " + text(frames.get(i + 1)));
            repeats += again ? 1 : 0;
            if (!again) {
                lines.add(repeats == 0 ? line : line + ", " + (repeats + 1) + " times");
                repeats = 0;
            }
        }
        return shortened(lines);
    }

    /** Of a deep recursion the two ends are of interest. */
    private static List<String> shortened(List<String> lines) {
        int hidden = lines.size() - MOST_FRAMES;
        if (hidden <= 1) {
            return lines;
        }
        List<String> result = new ArrayList<>(lines.subList(0, MOST_FRAMES - 2));
        result.add("    … " + (hidden + 1) + " more");
        result.addAll(lines.subList(lines.size() - 1, lines.size()));
        return result;
    }

    /** Where the learner's code was: {@code cell [3], line 2}; empty if no frame is the learner's. */
    String place(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (isOwn(frame)) {
                return place(frame);
            }
        }
        return "";
    }

    /** The learner's code that is innermost, else the first frame: {@code deliver (cell [2], line 4)}. */
    String caller(StackTraceElement[] trace) {
        return text(Arrays.stream(trace).filter(StackText::isOwn).findFirst().orElse(trace[0]));
    }

    /** The method that the learner's code called last, such as {@code LinkedBlockingQueue.take}; empty if none. */
    static String calledByCell(StackTraceElement[] trace) {
        for (int i = 1; i < trace.length; i++) {
            if (isOwn(trace[i])) {
                StackTraceElement called = trace[i - 1];
                return simpleName(called.getClassName()) + "." + called.getMethodName();
            }
        }
        return "";
    }

    private String text(StackTraceElement frame) {
        if (!isOwn(frame)) {
            String file =
                    frame.getFileName() == null ? "" : " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            return shortName(frame.getClassName()) + "." + frame.getMethodName() + file;
        }
        String method = frame.getMethodName();
        String type = ANONYMOUS
                .matcher(frame.getClassName())
                .replaceAll("an anonymous class")
                .replace('$', '.');
        String name;
        if (method.startsWith("lambda$")) {
            name = "a lambda";
        } else if (method.equals("<init>")) {
            name = "new " + type;
        } else if (method.isEmpty()) {
            return place(frame);
        } else {
            name = type.isEmpty() ? method : type + "." + method;
        }
        return name + " (" + place(frame) + ")";
    }

    private String place(StackTraceElement frame) {
        String snippetId = String.valueOf(frame.getFileName()).substring(1);
        return evaluator.place(snippetId).told(frame.getLineNumber());
    }

    /** JShell names a snippet's "file" {@code #} and its id. */
    private static boolean isOwn(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#");
    }

    private static boolean isInside(StackTraceElement frame) {
        String name = frame.getClassName();
        return INSIDES.stream().anyMatch(name::startsWith)
                || frame.getMethodName().contains("$");
    }

    /** A class's name without JShell's wrapper, and without the package where that is Java's own or the library's. */
    static String shortName(String name) {
        Matcher wrapper = WRAPPER.matcher(name);
        String inCell = wrapper.replaceFirst("");
        boolean wellKnown =
                name.startsWith("java.lang.") || name.startsWith("java.util.") || name.startsWith("rendezvous.");
        return wellKnown ? simpleName(inCell) : inCell.replace('$', '.');
    }

    static String simpleName(String name) {
        String inCell = WRAPPER.matcher(name).replaceFirst("");
        return inCell.substring(inCell.lastIndexOf('.') + 1).replace('$', '.');
    }
}
