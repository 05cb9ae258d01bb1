package rendezvous.stress.litmus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A case of the memory model. The class is a test of jcstress, with methods {@code actor1}, {@code actor2} and perhaps
 * {@code arbiter}; the race detector runs the very same methods in the laboratory.
 *
 * <p>An outcome of the test is acceptable if some interleaving of the two actors, taken as they stand, explains it;
 * interesting if none does and Java's memory model still allows it; and forbidden otherwise. The two tools agree if
 * <ul>
 *   <li>of a case without a race no outcome but acceptable ones is ever seen, by jcstress and by the laboratory,
 *   <li>a case of which another outcome is seen has a race.
 * </ul>
 * The first is what the memory model promises, the second says the same the other way round. {@link #differs} names the
 * cases in which they rightly do not speak of the same thing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Litmus {
    /** Whether the detector must report a race. */
    boolean race();

    /** Why the two differ: why there is no race though an interesting outcome is allowed. Empty: they do not. */
    String differs() default "";
}
