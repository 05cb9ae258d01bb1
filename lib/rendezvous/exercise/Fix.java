package rendezvous.exercise;

import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Judge.Fault;
import rendezvous.lab.OutcomeSet;
import rendezvous.runtime.Body;

/**
 * A program that fails, to be mended in a cell. What the learner hands over is tried under all schedules; it must print
 * what is wanted, and still use the channels and goroutines that the program is about.
 *
 * <p>{@code ## Code} holds the program. {@code ## Right}, the sections that begin with {@code ## Right:} and those that begin
 * with {@code ## Wrong} hold programs that a test tries, each wrong one below a line with what must be said of it.
 */
final class Fix {
    private final Task task;
    private final String code;

    Fix(Task task) {
        this.task = task;
        this.code = task.code("Code");
        if (task.field("prints").isEmpty()) {
            throw task.wrong("want 'prints: …' below the title");
        }
    }

    /** Shows the program and how it fails. */
    Sheet show() throws InterruptedException {
        Fault fault = new Judge(task).judge(Judge.outcomes(Program.of(task, code)));
        if (fault == null) {
            throw task.wrong("its program does not fail");
        }
        Sheet sheet = task.sheet(Sheet.Mark.OPEN)
                .markup(task.text())
                .code(task.kind().call + "(\"" + task.id() + "\", () -> {\n" + code.indent(4) + "})")
                .say(fault.what());
        if (fault.run() != null) {
            sheet.timeline(fault.run());
        }
        return sheet.aside("Mend the program in a cell of yours, and run it: it may change as little as one line.");
    }

    Sheet answer(@Nullable Body body) throws InterruptedException {
        if (body == null) {
            return task.sheet(Sheet.Mark.UNCLEAR)
                    .say("There is no program: want `" + task.call("() -> { … }") + "`, got null.");
        }
        OutcomeSet outcomes = Judge.outcomesAndRaces(body);
        Fault fault = new Judge(task).judge(outcomes);
        if (fault == null) {
            return task.sheet(Sheet.Mark.RIGHT)
                    .say("It prints what it should, and ends, in " + outcomes.coverage() + ".")
                    .markup(task.section("Explanation"));
        }
        Sheet sheet = task.sheet(Sheet.Mark.NOT_YET).say(fault.what());
        if (fault.run() != null) {
            sheet.timeline(fault.run());
        }
        return sheet.aside("Change the program, and run the cell again. `" + task.call("")
                + "` shows what it was, and how it fails.");
    }
}
