package rendezvous.race;

import org.jspecify.annotations.Nullable;

/** A place in memory, and what is known of the accesses to it in one run. */
public final class Location {
    /**
     * A field, whatever object it is of.
     *
     * @param type the name of the class that declares it
     * @param field its name
     */
    public record Key(String type, String field) {
        /** The whole of an object whose insides are not looked at. */
        public static final Key WHOLE = new Key("", "");
    }

    /** What it is part of: an object, an array, or for a static field the class. */
    final Object base;

    /** Which part; an array's element is known by its index. */
    final @Nullable Key key;

    final int index;

    @Nullable
    Location next; // with the same hash

    @Nullable
    Access write; // the last

    /** The last read if all before happen before it; else one for each actor, in {@link #reads}. */
    @Nullable
    Access read;

    @Nullable
    Access @Nullable [] reads;

    Location(Object base, @Nullable Key key, int index) {
        this.base = base;
        this.key = key;
        this.index = index;
    }

    @SuppressWarnings("ReferenceEquality") // memory is compared, not values
    boolean is(Object otherBase, @Nullable Key otherKey, int otherIndex) {
        return base == otherBase && index == otherIndex && (key == null ? otherKey == null : key.equals(otherKey));
    }

    static int hash(Object base, @Nullable Key key, int index) {
        int hash = System.identityHashCode(base) * 31 + index * 0x9E3779B9;
        return key == null ? hash : hash ^ key.hashCode();
    }
}
