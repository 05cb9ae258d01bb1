package rendezvous.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which hint of the exercise speaks about what this check finds; the first, if it says nothing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hint {
    /** The hint's number: 1 to 3. */
    int value();
}
