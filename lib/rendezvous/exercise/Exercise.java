package rendezvous.exercise;

import java.util.List;

/**
 * An exercise as its author wrote it down.
 *
 * @param id chapter and number, such as {@code 05.1}
 * @param title its name
 * @param stars how hard it is: 1 to 3
 * @param folder where its parts are, as the path of a package: {@code rendezvous/course/c05/kitchen}
 * @param answer the full name of the interface that the learner implements
 * @param checks the full name of the class of {@link Checks}
 * @param call how the learner hands the answer over, such as {@code MyKitchen::new}
 * @param hints three, each saying more than the one before
 * @param explanation what the solution does and why; shown with it
 */
public record Exercise(
        String id,
        String title,
        int stars,
        String folder,
        String answer,
        String checks,
        String call,
        List<String> hints,
        String explanation) {

    /** How many hints an exercise has. */
    public static final int HINTS = 3;

    /** Makes the list of hints one that nobody changes. */
    public Exercise {
        hints = List.copyOf(hints);
    }

    /** Returns the name of the interface without its package. */
    public String answerName() {
        return answer.substring(answer.lastIndexOf('.') + 1);
    }

    /** Returns id and title, as headings have it. */
    public String heading() {
        return id + " " + title;
    }

    /** Returns the stars as symbols. */
    public String difficulty() {
        return "★".repeat(stars) + "☆".repeat(3 - stars);
    }

    /** Returns the cell that a learner begins with. */
    public String starter() {
        return Catalog.read(folder + "/starter.jsh");
    }

    /** Returns the solutions: {@code solution.jsh}, then {@code solution-2.jsh} and so on. */
    public List<String> solutions() {
        return Catalog.readNumbered(folder + "/solution");
    }
}
