package rendezvous.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that is run under many schedules in the {@linkplain rendezvous.lab laboratory}, until one fails.
 *
 * <pre>{@code
 * class TransferTest {
 *     @LabTest(schedules = 1000)
 *     void nothing_is_lost() throws InterruptedException {
 *         Account account = new Account();
 *         WaitGroup group = new WaitGroup();
 *         group.go(() -> account.add(1));
 *         group.go(() -> account.add(2));
 *         group.await();
 *         assertEquals(3, account.balance());
 *     }
 * }
 * }</pre>
 *
 * <p>A schedule fails if the method throws, if another of its goroutines panics, in a deadlock, and if goroutines are left
 * that wait for ever when the method has returned; with {@link #race} also if two accesses to the same memory are ordered
 * by nothing. The report shows the simplest schedule that was found, and the
 * annotation that repeats it: {@code @LabTest(replay = "1x3,2,1")}. Of a test that passes, the report entry
 * {@code schedules} says what was tried.
 *
 * <p>The method runs on one object for all schedules: let it make in itself whatever it changes, since what one schedule
 * leaves in a field is there in the next. Methods such as {@code @BeforeEach} run once, before all schedules, and outside
 * the lab: a channel that was made there can be used by the method, but nobody outside must take part in a run.
 *
 * <p>The lab is several times as fast where the JVM is started with {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(LabExtension.class)
public @interface LabTest {
    /** How schedules are chosen. */
    enum Strategy {
        /** First systematically, then at random. */
        ALL,
        /** By random walks: {@link rendezvous.lab.Explorer#randomly()}. */
        RANDOM,
        /** By PCT: {@link rendezvous.lab.Explorer#pct}. */
        PCT,
        /** Systematically: {@link rendezvous.lab.Explorer#systematically}. */
        SYSTEMATIC
    }

    /** How many schedules to try at most. */
    int schedules() default 1000;

    /** The first seed of what is chosen at random; each schedule takes the next one. */
    long seed() default 1;

    /** How schedules are chosen. */
    Strategy strategy() default Strategy.ALL;

    /** For PCT: the depth of the bugs that it is to find. */
    int depth() default 3;

    /** For the systematic search: up to how many preemptions. */
    int preemptions() default 2;

    /** How many steps a run may take. */
    int steps() default 100_000;

    /**
     * Whether to look for data races too: {@link rendezvous.lab.Explorer#races()}. The JVM of the tests must have the agent
     * for it: {@code -javaagent:rendezvous.jar=com.example.}, with the packages to look into.
     */
    boolean race() default false;

    /** The schedule to repeat, as a failed test told it; if it is not empty nothing else is run. */
    String replay() default "";
}
