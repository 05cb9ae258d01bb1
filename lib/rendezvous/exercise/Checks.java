package rendezvous.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the class of an exercise's checks: JUnit tests, run in their {@code @Order} until the first that fails.
 *
 * <p>Each is named in the learner's words by {@code @DisplayName} and says by {@link Hint} which hint speaks about it.
 * The constructor takes the learner's answer, made anew for each check, and the {@link Stage} to run it on.
 *
 * <p>The time limit is a net below the ones of {@link Stage}, which name what was waited for; no check comes near it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CheckExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface Checks {}
