package rendezvous.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * One check of a class of {@link Checks}: a program that is run in the laboratory under many schedules, each with the
 * learner's answer made anew, until one fails.
 *
 * <p>The method is the goroutine {@code check} of each run. A schedule fails if the method throws, if a goroutine of the
 * learner's panics, if there is a race in the learner's code, in a deadlock, and if the run does not end. What is left
 * waiting when the method returns is no failure: {@link Stage#noLeak} asks for that.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Explore {
    /** How many schedules to try at most: half of them systematically, the others by chance, from a seed. */
    int schedules() default 200;
}
