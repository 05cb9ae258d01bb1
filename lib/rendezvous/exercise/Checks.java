package rendezvous.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the class of an exercise's checks: methods with {@link Explore}, tried in their {@code @Order} until the first
 * that fails.
 *
 * <p>Each is named in the learner's words by {@code @DisplayName} and says by {@link Hint} which hint speaks about it.
 * The constructor takes the learner's answer and the {@link Stage} to run it on, in any order, and only keeps them: it is
 * also called outside of runs, with an answer that does nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CheckExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface Checks {}
