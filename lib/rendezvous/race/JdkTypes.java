package rendezvous.race;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Scanner;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.regex.Matcher;

/**
 * What calls on objects of the JDK mean to the detector. Their insides are not looked at: an object that is not made for
 * several threads is memory as a whole, which each of its methods reads or writes.
 */
final class JdkTypes {
    /** What an object is to the detector. */
    enum Kind {
        /** Nothing is known, or nothing is to be said. */
        OTHER,
        /** Not made for several threads. */
        UNSAFE,
        /** Each call holds the object's monitor. */
        SYNCHRONIZED,
        /** Made for several threads, and what one leaves there the next finds. */
        CONCURRENT
    }

    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return kind(type);
        }
    };

    /** Their subclasses are what they are, those of the JDK and those under study. */
    private static final Set<Class<?>> UNSAFE = Set.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            PriorityQueue.class,
            HashMap.class, // LinkedHashMap too
            TreeMap.class,
            java.util.WeakHashMap.class,
            java.util.IdentityHashMap.class,
            java.util.EnumMap.class,
            HashSet.class,
            TreeSet.class,
            BitSet.class,
            StringBuilder.class,
            StringJoiner.class,
            Scanner.class,
            Matcher.class,
            java.text.Format.class,
            java.util.Calendar.class,
            java.util.Formatter.class);

    private static final Set<Class<?>> SYNCHRONIZED = Set.of(Vector.class, Hashtable.class, StringBuffer.class);

    /** What does not change the object, by the start of its name where that is enough. */
    private static final Set<String> READS = Set.of(
            "size",
            "isEmpty",
            "length",
            "iterator",
            "listIterator",
            "descendingIterator",
            "spliterator",
            "stream",
            "parallelStream",
            "toString",
            "toArray",
            "hashCode",
            "equals",
            "clone",
            "entrySet",
            "keySet",
            "values",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "floor",
            "ceiling",
            "higher",
            "lower",
            "floorKey",
            "ceilingKey",
            "higherKey",
            "lowerKey",
            "floorEntry",
            "ceilingEntry",
            "higherEntry",
            "lowerEntry",
            "headMap",
            "tailMap",
            "subMap",
            "headSet",
            "tailSet",
            "subSet",
            "subList",
            "reversed",
            "descendingMap",
            "descendingSet",
            "element",
            "substring",
            "subSequence",
            "charAt",
            "codePointAt",
            "chars",
            "capacity",
            "cardinality",
            "nextSetBit",
            "nextClearBit",
            "intersects",
            "comparator",
            "elementAt",
            "firstElement",
            "lastElement",
            "elements",
            "keys",
            "indexOf",
            "lastIndexOf",
            "forEach");

    private static final Set<String> CHANGES_BY_ITERATOR = Set.of("remove", "set", "add", "setValue");

    private static final Set<String> LOOKED_AT = Set.of(
            "java/lang/StringBuilder",
            "java/lang/StringBuffer",
            "java/lang/Iterable",
            "java/lang/CharSequence",
            "java/lang/Appendable",
            "java/lang/AbstractStringBuilder",
            "java/lang/Thread",
            "java/lang/invoke/VarHandle");

    private JdkTypes() {}

    /** Returns the object whose memory a call of the object concerns: of a view or an iterator its collection. */
    static Object owner(Object object) {
        return switch (of(object)) {
            case UNSAFE, SYNCHRONIZED -> object;
            case CONCURRENT, OTHER -> Insides.owner(object);
        };
    }

    /** Returns what an object is. */
    static Kind of(Object object) {
        return KINDS.get(object.getClass());
    }

    private static Kind kind(Class<?> type) {
        String name = type.getName();
        if (name.startsWith("java.util.concurrent.")
                || name.startsWith("java.lang.invoke.")
                || Thread.class.isAssignableFrom(type)) {
            return Kind.CONCURRENT;
        }
        if (name.startsWith("java.util.Collections$Synchronized")) {
            return Kind.SYNCHRONIZED;
        }
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            if (UNSAFE.contains(above)) {
                return Kind.UNSAFE;
            }
            if (SYNCHRONIZED.contains(above)) {
                return Kind.SYNCHRONIZED;
            }
        }
        return Kind.OTHER;
    }

    /**
     * Returns whether a method changes an object that is not made for several threads.
     *
     * @param receiver whose method it is
     * @param owner the collection, if the receiver is a view or an iterator; else the receiver
     */
    static boolean writes(String method, Object receiver, Object owner) {
        if (receiver instanceof Iterator || receiver instanceof Map.Entry) {
            return CHANGES_BY_ITERATOR.contains(method);
        }
        if (READS.contains(method)
                || method.startsWith("contains")
                || method.startsWith("get")
                || method.startsWith("peek")) {
            return owner instanceof Matcher
                    || owner instanceof Scanner
                    || (method.startsWith("get") && Insides.isInOrderOfUse(owner));
        }
        return true;
    }

    /** Returns whether code may call an object of such a type that the detector wants to know of. */
    static boolean isWorthALook(String owner) {
        if (owner.startsWith("java/util/")) {
            return !owner.startsWith("java/util/function/")
                    && !owner.startsWith("java/util/stream/")
                    && !owner.equals("java/util/Optional")
                    && !owner.equals("java/util/Objects");
        }
        return owner.startsWith("java/text/") || LOOKED_AT.contains(owner);
    }

    /** Returns whether a static method of the JDK changes its first argument. */
    static boolean writesArgument(String owner, String method) {
        return owner.equals("java.util.Collections")
                && Set.of("sort", "shuffle", "reverse", "swap", "rotate", "fill", "addAll", "replaceAll")
                        .contains(method);
    }

    /** Returns whether a method of {@link java.util.Arrays} changes the array. */
    static boolean writesArray(String method) {
        return Set.of("sort", "parallelSort", "fill", "setAll", "parallelSetAll", "parallelPrefix")
                .contains(method);
    }

    /** Whether what is passed to the JDK is read there: a collection or the like. */
    static boolean isContent(Object argument) {
        return argument instanceof Collection<?>
                || argument instanceof AbstractMap<?, ?>
                || argument instanceof Map<?, ?>
                || argument instanceof StringBuilder;
    }
}
