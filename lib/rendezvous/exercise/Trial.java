package rendezvous.exercise;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;

/**
 * One check as the block that the laboratory runs: makes the stage, the learner's answer and the object with the checks,
 * and calls the check.
 *
 * @param exercise whose check it is
 * @param check the method
 * @param answer makes the learner's answer; null if the learner gave null
 */
record Trial(Exercise exercise, Method check, @Nullable Supplier<? extends @Nullable Object> answer) implements Body {
    @Override
    public void run() throws Exception {
        Stage stage = new Stage();
        Constructor<?> constructor = check.getDeclaringClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        check.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = constructor.getParameterTypes()[i];
            arguments[i] = type == Stage.class ? stage : made(type);
        }
        try {
            check.invoke(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        }
        stage.end();
    }

    private static Exception unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof Exception exception ? exception : e;
    }

    private Object made(Class<?> type) {
        String call = "`check(\"" + exercise.id() + "\", " + exercise.call() + ")`";
        if (answer == null) {
            throw new CheckFailure("There is no answer: want " + call + ", got null.");
        }
        Object made = answer.get();
        if (type.isInstance(made)) {
            return made;
        }
        if (made == null) {
            throw new CheckFailure(exercise.id() + " wants a `" + exercise.answerName()
                    + "`, got null. Hand it over like this: " + call + ".");
        }
        if (hasAnotherOfThatName(made.getClass())) {
            throw new CheckFailure("Your notebook declares a `" + exercise.answerName()
                    + "` of its own, which hides the one of the exercise. Delete the cell that declares it, and restart the"
                    + " kernel.");
        }
        throw new CheckFailure(exercise.id() + " wants a `" + exercise.answerName() + "`, got `"
                + made.getClass().getTypeName() + "`. Hand it over like this: " + call + ".");
    }

    /** Whether the learner has declared a type of the same name as the one that the answer has to implement. */
    private boolean hasAnotherOfThatName(Class<?> type) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            if (above.getSimpleName().equals(exercise.answerName())
                    || Arrays.stream(above.getInterfaces())
                            .anyMatch(known -> known.getSimpleName().equals(exercise.answerName()))) {
                return true;
            }
        }
        return false;
    }
}
