package rendezvous.exercise;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Task.Kind;
import rendezvous.runtime.Body;

/**
 * The questions of a chapter that are no exercises: what a learner calls from a cell, with the answer in it.
 *
 * <p>Each returns a card, whatever is written: without an answer, or with {@code "?"}, the question; with one, what is right
 * and what is not, and why. Nothing is remembered between the calls but the learner's {@linkplain #progress() progress},
 * so a cell means the same after a restart of the kernel, and in any order.
 *
 * {@snippet :
 * println(quiz("99.q1", "b").text().lines().findFirst().orElseThrow());
 * // Output: 99.q1 · Not understood · There is no such question
 * }
 */
public final class Questions {
    private Questions() {}

    /** Makes a card for a task. */
    private interface Answering {
        Sheet answer(Task task) throws InterruptedException;
    }

    /**
     * A question with choices.
     *
     * @param id such as {@code "05.q1"}
     * @param answer a letter, or several: {@code "b"}, {@code "a c"}
     */
    public static Card quiz(String id, @Nullable String answer) {
        try {
            return ask(id, Kind.QUIZ, answer, task -> new Quiz(task).answer(answer));
        } catch (InterruptedException e) {
            throw new IllegalStateException("a quiz waits for nobody", e);
        }
    }

    /** Shows a question with choices. */
    public static Card quiz(String id) {
        return quiz(id, null);
    }

    /**
     * Lines to put into order. The program is compiled, and tried under all schedules.
     *
     * @param id such as {@code "05.p1"}
     * @param answer the letters of the lines: {@code "C A D"}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Card parsons(String id, @Nullable String answer) throws InterruptedException {
        return ask(id, Kind.PARSONS, answer, task -> new Parsons(task).answer(answer));
    }

    /** Shows lines to put into order. */
    public static Card parsons(String id) throws InterruptedException {
        return parsons(id, null);
    }

    /**
     * A program with blanks. It is compiled with what the learner wrote in them, and tried under all schedules.
     *
     * @param id such as {@code "05.f1"}
     * @param blanks what to write into the blanks, in their order; none to see them
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Card fill(String id, @Nullable String @Nullable ... blanks) throws InterruptedException {
        String written = blanks == null ? "" : joined((Object[]) blanks);
        return ask(id, Kind.BLANKS, written, task -> new Blanks(task).answer(blanks));
    }

    /**
     * A program to mend. It is tried under all schedules.
     *
     * @param id such as {@code "05.x1"}
     * @param program the mended program
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Card fix(String id, @Nullable Body program) throws InterruptedException {
        return ask(id, Kind.FIX, "…", task -> new Fix(task).answer(program));
    }

    /** Shows a program to mend, and how it fails. */
    public static Card fix(String id) throws InterruptedException {
        return ask(id, Kind.FIX, null, task -> new Fix(task).show());
    }

    /**
     * A program whose scheduler the learner is.
     *
     * @param id such as {@code "05.s1"}
     * @param steps who goes on at each step: a goroutine's number or name, or {@code "1x3"} for three steps; none to see
     *     the program
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Card schedule(String id, @Nullable Object @Nullable ... steps) throws InterruptedException {
        String written = steps == null ? "" : joined(steps);
        return ask(id, Kind.SCHEDULE, written, task -> new Scheduling(task).answer(steps));
    }

    /**
     * A program and what it may come to. All its schedules are tried.
     *
     * @param id such as {@code "05.o1"}
     * @param possible the letters of the outcomes that are possible: {@code "a c"}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Card outcomes(String id, @Nullable String possible) throws InterruptedException {
        return ask(id, Kind.OUTCOMES, possible, task -> new OutcomeTable(task).answer(possible));
    }

    /** Shows a program and what it may come to. */
    public static Card outcomes(String id) throws InterruptedException {
        return outcomes(id, null);
    }

    /**
     * Says at which chapter to begin, by the questions of chapter 00.
     *
     * @param letters the answer to each question, in their order: {@code "b a d …"}
     */
    public static Card startAt(@Nullable String letters) {
        return Placement.of(letters);
    }

    /** Shows what is solved, tried and open in each chapter, and what comes next. Nothing of it leaves the machine. */
    public static Card progress() {
        return ProgressPage.all();
    }

    /**
     * Shows how far a chapter is.
     *
     * @param chapter its number: {@code "05"} or {@code "5"}
     */
    public static Card progress(String chapter) {
        return ProgressPage.of(chapter.strip());
    }

    private static String joined(@Nullable Object[] parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    private static Card ask(@Nullable String id, Kind kind, @Nullable String written, Answering answering)
            throws InterruptedException {
        Task task;
        try {
            task = Tasks.find(id, kind);
        } catch (IllegalArgumentException unknown) {
            String shown = id == null ? "null" : id.strip().toLowerCase(Locale.ROOT);
            return new Sheet(Sheet.Mark.UNCLEAR, shown, "There is no such question")
                    .say(String.valueOf(unknown.getMessage()));
        }
        Sheet sheet;
        try {
            sheet = answering.answer(task);
        } catch (IllegalStateException unable) {
            // The lab is worn out by programs that never came back, for example.
            return task.sheet(Sheet.Mark.UNCLEAR).say("This could not be tried: " + unable.getMessage());
        }
        if (sheet.mark() == Sheet.Mark.RIGHT || sheet.mark() == Sheet.Mark.NOT_YET) {
            Progress.tried(task.id(), sheet.mark() == Sheet.Mark.RIGHT, written);
        }
        return sheet;
    }
}
