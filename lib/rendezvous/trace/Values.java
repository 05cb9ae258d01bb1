package rendezvous.trace;

import org.jspecify.annotations.Nullable;

/**
 * Values of a run as text, short enough for a picture, without calling a user's code.
 *
 * {@snippet :
 * println(Values.show(42));             // Output: 42
 * println(Values.show("a name"));       // Output: "a name"
 * println(Values.show(new Object()));   // Output: Object
 * }
 */
public final class Values {
    private static final int LONGEST = 24;

    private Values() {}

    /**
     * Returns the value as text: strings in quotes, numbers, characters, booleans and enum constants as they are,
     * anything else as its class's name, since its {@code toString} could block or change it.
     */
    public static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> '"' + cut(text) + '"';
            case Character character -> "'" + character + "'";
            case Enum<?> constant -> constant.name();
            case Boolean truth -> truth.toString();
            case Integer _, Long _, Short _, Byte _, Double _, Float _ -> value.toString();
            default ->
                value.getClass().getSimpleName().isEmpty()
                        ? value.getClass().getName()
                        : value.getClass().getSimpleName();
        };
    }

    /**
     * Returns what code threw in its own words, if it has any, without the package of its class: they are the program's, and
     * may throw themselves.
     */
    public static String thrown(Throwable thrown) {
        try {
            String words = thrown.toString();
            String name = thrown.getClass().getName();
            String simple = thrown.getClass().getSimpleName();
            return words.startsWith(name) && !simple.isEmpty() ? simple + words.substring(name.length()) : words;
        } catch (RuntimeException | StackOverflowError e) {
            return thrown.getClass().getName() + " (of which toString() throws too)";
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
