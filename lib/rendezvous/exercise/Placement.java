package rendezvous.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Task.Kind;

/**
 * The chapter at which a learner should begin, found by a question on each of some chapters: the first whose question was
 * not answered right.
 *
 * <p>The questions are the quizzes of chapter 00 that have the field {@code recalls}; the title of each is the name of the
 * chapter that it asks about.
 */
final class Placement {
    private static final String CHAPTER = "00";
    private static final String BEYOND = "20";

    private Placement() {}

    /** Returns the questions, in the order of their numbers. */
    static List<Task> questions() {
        return Tasks.all().stream()
                .filter(task -> task.kind() == Kind.QUIZ && task.chapter().equals(CHAPTER))
                .filter(task -> !task.field("recalls").isEmpty())
                .sorted(Comparator.comparingInt(
                        task -> Integer.parseInt(task.id().substring(CHAPTER.length() + 2))))
                .toList();
    }

    /** Judges a letter for each question. */
    static Sheet of(@Nullable String written) {
        List<Task> questions = questions();
        List<String> letters = letters(written);
        if (letters.stream().allMatch(Letters::isOpen)) {
            return ask(sheet(Sheet.Mark.OPEN), questions);
        }
        if (letters.size() != questions.size()) {
            return ask(
                    sheet(Sheet.Mark.UNCLEAR)
                            .say("There are " + questions.size() + " questions, and you gave "
                                    + Phrases.count(letters.size(), "letter") + "."),
                    questions);
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Task task = questions.get(i);
            char letter = letters.get(i).charAt(0);
            Quiz.Choice choice = new Quiz(task).choices().get(letter);
            if (choice == null || letters.get(i).length() > 1) {
                return ask(
                        sheet(Sheet.Mark.UNCLEAR).say("\"" + letters.get(i) + "\" is no answer to " + task.id() + "."),
                        questions);
            }
            answers.add(new Answer(task, letter, choice));
        }
        answers.forEach(
                answer -> Progress.tried(answer.task().id(), answer.choice().right(), String.valueOf(answer.letter())));
        return judged(answers);
    }

    private record Answer(Task task, char letter, Quiz.Choice choice) {}

    private static Sheet judged(List<Answer> answers) {
        Answer first = answers.stream()
                .filter(answer -> !answer.choice().right())
                .findFirst()
                .orElse(null);
        long right = answers.stream().filter(answer -> answer.choice().right()).count();
        String chapter = first == null ? BEYOND : first.task().field("recalls");
        Sheet sheet = new Sheet(
                Sheet.Mark.NONE,
                "",
                "Start at chapter " + chapter
                        + (first == null ? "" : " · " + first.task().title()));
        sheet.say("You know " + right + " of " + answers.size() + ". "
                + (chapter.compareTo(last()) > 0 ? toCome(chapter) : why(first, chapter)));
        for (Answer answer : answers) {
            Task task = answer.task();
            sheet.item(
                    answer.choice().right(),
                    "Chapter " + task.field("recalls") + ",",
                    task.id() + " " + answer.letter() + "): "
                            + answer.choice().feedback().replace('\n', ' '));
        }
        return sheet;
    }

    /** Returns the last chapter that there is: each has questions. */
    static String last() {
        return Tasks.all().stream()
                .filter(task -> task.kind() == Kind.QUIZ)
                .map(Task::chapter)
                .max(Comparator.naturalOrder())
                .orElse(CHAPTER);
    }

    private static String toCome(String chapter) {
        return "Chapter " + chapter + " is still to come. Until it is there, chapter " + last()
                + " is the last one: try its exercises with three stars.";
    }

    private static String why(@Nullable Answer first, String chapter) {
        if (first == null) {
            return "Begin with the patterns. Before that, try the exercises with three stars of chapters 10 and 19.";
        }
        return chapter.equals(CHAPTER)
                ? "Go through the refresher above first: the chapters build on it."
                : "Its question is the first that you did not know. Of what comes before it, read the summaries, and try an"
                        + " exercise with two stars of each chapter.";
    }

    /** Returns the letters, with blanks or commas between them or without. */
    private static List<String> letters(@Nullable String written) {
        String text = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        return List.of(text.matches("[a-z?]+") ? text.split("") : text.split("[\\s,]+", -1));
    }

    private static Sheet sheet(Sheet.Mark mark) {
        return new Sheet(mark, CHAPTER, "Where to start");
    }

    private static Sheet ask(Sheet sheet, List<Task> questions) {
        String example = String.join(" ", questions.stream().map(task -> "a").toList());
        return sheet.say("Write a letter for each of the " + questions.size() + " questions above, in their order.")
                .aside("For example `startAt(\"" + example + "\")`. Then run the cell again.");
    }
}
