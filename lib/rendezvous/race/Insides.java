package rendezvous.race;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the detector has to know of the insides of {@code java.util}: which collection a view or an iterator is of, and
 * whether a map is in the order of use.
 *
 * <p>It looks at private fields of the JDK, for which the agent opens the package. Where a field is not as expected, views
 * and iterators are not looked at, which hides races and makes none up.
 */
final class Insides {
    /** How the fields are called by which views and iterators know their collection. */
    private static final List<String> NAMES =
            List.of("this$0", "c", "m", "list", "root", "base", "al", "sm", "s", "ss");

    private static final int DEEPEST = 8;

    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return isView(type) ? fields(type) : new Field[0];
        }
    };

    private static volatile @Nullable Field order; // of LinkedHashMap; null until the package is open

    private Insides() {}

    /** Opens what is looked at. */
    static void open(Instrumentation jvm) {
        jvm.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.util", Set.of(Insides.class.getModule())),
                Set.of(),
                Map.of());
        try {
            Field field = LinkedHashMap.class.getDeclaredField("accessOrder");
            field.setAccessible(true);
            order = field;
        } catch (NoSuchFieldException | RuntimeException e) {
            order = null;
        }
    }

    /** Returns the collection that a view or an iterator of the JDK's is of; the object itself if it is neither. */
    static Object owner(Object object) {
        Object owner = object;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Object behind = behind(owner);
            if (behind == null) {
                break;
            }
            owner = behind;
        }
        return owner;
    }

    private static @Nullable Object behind(Object object) {
        for (Field field : FIELDS.get(object.getClass())) {
            try {
                Object value = field.get(object);
                if (value != null) {
                    return value;
                }
            } catch (IllegalAccessException e) {
                return null;
            }
        }
        return null;
    }

    /** Views and iterators are classes inside others, and so are collections that stand for themselves. */
    private static boolean isView(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.util.")
                && name.indexOf('.', "java.util.".length()) < 0
                && (name.indexOf('$') > 0 || name.startsWith("java.util.Reverse"))
                && !name.startsWith("java.util.Collections$Synchronized");
    }

    private static Field[] fields(Class<?> type) {
        return NAMES.stream()
                .flatMap(name -> java.util.stream.Stream.<Class<?>>iterate(
                                type, above -> above != null && isView(above), Class::getSuperclass)
                        .flatMap(above -> java.util.Arrays.stream(above.getDeclaredFields()))
                        .filter(field -> field.getName().equals(name)
                                && !field.getType().isPrimitive()
                                && field.trySetAccessible()))
                .toArray(Field[]::new);
    }

    /** Returns whether to get something from a map changes it. */
    static boolean isInOrderOfUse(Object map) {
        Field field = order;
        try {
            return field != null && map instanceof LinkedHashMap<?, ?> && field.getBoolean(map);
        } catch (IllegalAccessException e) {
            return false;
        }
    }
}
