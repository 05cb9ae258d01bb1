package rendezvous.race;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the detector has to know of the insides of {@code java.util}: which collection a view or an iterator is of, which
 * lock a condition or a half of a lock is of, and whether a map is in the order of use.
 *
 * <p>It looks at private fields of the JDK, for which the agent opens the packages. Where a field is not as expected, views
 * and iterators are not looked at, which hides races and makes none up.
 */
final class Insides {
    /** How the fields are called by which views and iterators know their collection. */
    private static final List<String> NAMES =
            List.of("this$0", "c", "m", "list", "root", "base", "al", "sm", "s", "ss", "map", "sync");

    private static final Set<String> PACKAGES =
            Set.of("java.util", "java.util.concurrent", "java.util.concurrent.locks");

    /** Classes that are not inside others: a lock is known by what it has in common with its conditions. */
    private static final Set<String> OUTSIDE = Set.of(
            "java.util.ReverseOrderListView",
            "java.util.ReverseOrderDequeView",
            "java.util.ReverseOrderSortedSetView",
            "java.util.ReverseOrderSortedMapView",
            "java.util.concurrent.locks.ReentrantLock",
            "java.util.concurrent.locks.ReentrantReadWriteLock");

    private static final int DEEPEST = 8;

    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return fields(type);
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
                PACKAGES.stream().collect(Collectors.toMap(name -> name, _ -> Set.of(Insides.class.getModule()))),
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
        return PACKAGES.contains(type.getPackageName())
                && (type.isMemberClass() || type.isAnonymousClass() || OUTSIDE.contains(name))
                && !name.startsWith("java.util.Collections$Synchronized");
    }

    private static Field[] fields(Class<?> type) {
        return NAMES.stream()
                .flatMap(name -> Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                        .filter(Insides::isView)
                        .flatMap(above -> Arrays.stream(above.getDeclaredFields()))
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
