package rendezvous.exercise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import rendezvous.exercise.Progress.Standing;

/** The page that shows a learner what is solved, tried and open, and what comes next. */
final class ProgressPage {
    private static final String KINDS = "qfpxso";

    private ProgressPage() {}

    /**
     * Something that can be solved.
     *
     * @param stars how hard it is; 0 for a question
     * @param call what to write to begin
     */
    private record Item(String id, String title, int stars, String call, Standing record) {
        String chapter() {
            return id.substring(0, 2);
        }

        /** Questions in the order in which a chapter has them, then exercises. */
        int place() {
            int kind = KINDS.indexOf(id.charAt(3));
            return kind < 0 ? KINDS.length() : kind;
        }

        int number() {
            return Integer.parseInt(id.substring(3).replaceAll("\\D", ""));
        }

        String state() {
            return record.isSolved() ? "✓ solved" : record.tries() > 0 ? "… tried" : "· open";
        }
    }

    static Card all() {
        SequencedMap<String, List<Item>> chapters = chapters();
        if (chapters.isEmpty()) {
            return new Sheet(Sheet.Mark.NONE, "", "Your progress").say("The course has no questions yet.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("chapter", "solved", "tried", "open", "stars", "hints opened"));
        chapters.forEach((chapter, items) -> rows.add(row(chapter, items)));
        List<Item> everything =
                chapters.values().stream().flatMap(Collection::stream).toList();
        if (chapters.size() > 1) {
            rows.add(row("all", everything));
        }
        Sheet sheet = new Sheet(Sheet.Mark.NONE, "", "Your progress").table("Questions and exercises", rows);
        return end(sheet, everything);
    }

    static Card of(String chapter) {
        String number = chapter.length() == 1 ? "0" + chapter : chapter;
        SequencedMap<String, List<Item>> chapters = chapters();
        List<Item> items = chapters.get(number);
        if (items == null) {
            return new Sheet(Sheet.Mark.NONE, "", "Your progress")
                    .say("There is nothing to solve in a chapter \"" + chapter + "\". There is in: "
                            + String.join(", ", chapters.keySet()) + ".");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "", "state", "stars", "tries", "hints opened"));
        for (Item item : items) {
            rows.add(List.of(
                    item.id(),
                    item.title(),
                    item.state(),
                    item.stars() == 0 ? "–" : "★".repeat(item.stars()),
                    Integer.toString(item.record().tries()),
                    item.stars() == 0 ? "–" : item.record().hints() + " of " + Exercise.HINTS));
        }
        Sheet sheet = new Sheet(Sheet.Mark.NONE, "", "Your progress in chapter " + number).table("", rows);
        return end(sheet, items);
    }

    private static SequencedMap<String, List<Item>> chapters() {
        Map<String, Standing> records = Progress.all();
        List<Item> items = new ArrayList<>();
        for (Task task : Tasks.all()) {
            items.add(new Item(
                    task.id(), task.title(), 0, task.call(""), records.getOrDefault(task.id(), Standing.NONE)));
        }
        for (Exercise exercise : Catalog.ofWrittenChapters()) {
            String call = "check(\"" + exercise.id() + "\", " + exercise.call() + ")";
            Standing record = records.getOrDefault(exercise.id(), Standing.NONE);
            items.add(new Item(exercise.id(), exercise.title(), exercise.stars(), call, record));
        }
        items.sort(Comparator.comparing(Item::chapter)
                .thenComparingInt(Item::place)
                .thenComparingInt(Item::number));
        SequencedMap<String, List<Item>> chapters = new TreeMap<>();
        items.forEach(item -> chapters.computeIfAbsent(item.chapter(), key -> new ArrayList<>())
                .add(item));
        return chapters;
    }

    private static List<String> row(String name, List<Item> items) {
        long solved = items.stream().filter(item -> item.record().isSolved()).count();
        long tried = items.stream()
                .filter(item -> !item.record().isSolved() && item.record().tries() > 0)
                .count();
        int stars = items.stream().mapToInt(Item::stars).sum();
        int won = items.stream()
                .filter(item -> item.record().isSolved())
                .mapToInt(Item::stars)
                .sum();
        int hints = items.stream().mapToInt(item -> item.record().hints()).sum();
        return List.of(
                name,
                Long.toString(solved),
                Long.toString(tried),
                Long.toString(items.size() - solved - tried),
                stars == 0 ? "–" : "★ " + won + " of " + stars,
                Integer.toString(hints));
    }

    /** Says what comes next: the first that is not solved in the chapter last worked on, else the first of all. */
    private static Sheet end(Sheet sheet, List<Item> items) {
        String last = items.stream()
                .filter(item -> item.record().isTouched())
                .max(Comparator.comparing(item -> item.record().last()))
                .map(Item::chapter)
                .orElse("");
        List<Item> open =
                items.stream().filter(item -> !item.record().isSolved()).toList();
        open.stream()
                .filter(item -> item.chapter().equals(last))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresentOrElse(
                        item -> sheet.say("Next: **" + item.id() + " " + item.title() + "** in chapter "
                                + item.chapter() + ", `" + item.call() + "`."),
                        () -> sheet.say("All is solved."));
        return sheet.aside(
                Progress.isKept()
                        ? "It is kept in `" + Progress.file
                                + "`, on this machine only. `./course progress` exports, imports and resets it."
                        : "It is forgotten when the kernel ends: this kernel was not started by `./course lab`.");
    }
}
