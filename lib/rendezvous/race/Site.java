package rendezvous.race;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A place in a class under study that touches memory, or calls what does.
 *
 * <p>Safe for use by many threads.
 */
public final class Site {
    /** What a field is to the detector. */
    enum Nature {
        PLAIN,
        VOLATILE,
        FINAL
    }

    /**
     * The field that is accessed at a site.
     *
     * @param key the same for all sites that access it
     * @param holder stands for the memory of a static field
     */
    record Resolved(Nature nature, Location.Key key, Object holder) {}

    private final WeakReference<@Nullable ClassLoader> loader;
    private final String type;
    private final String method;
    private final @Nullable String file;
    private final int line;
    private final String owner;
    private final String member;
    private volatile @Nullable Resolved resolved;

    /**
     * Creates a site.
     *
     * @param loader of the class that it is in
     * @param type that class, as {@link Class#getName} says it
     * @param line its line in the file; 0 if unknown
     * @param owner the class that the access or call names, as {@link Class#getName} says it; empty for arrays
     * @param member the field or method that it names; empty for arrays
     */
    Site(
            @Nullable ClassLoader loader,
            String type,
            String method,
            @Nullable String file,
            int line,
            String owner,
            String member) {
        this.loader = new WeakReference<>(loader);
        this.type = type;
        this.method = method;
        this.file = file;
        this.line = line;
        this.owner = owner;
        this.member = member;
    }

    /** Returns where it is, as stack traces say it. */
    public StackTraceElement frame() {
        return new StackTraceElement(type, method, file, line > 0 ? line : -1);
    }

    /** Returns the name of the field or method that it names; empty for an array's element. */
    public String member() {
        return member;
    }

    /** Returns what the field is that is accessed there. */
    Resolved field() {
        Resolved known = resolved;
        if (known == null) {
            known = resolve();
            resolved = known;
        }
        return known;
    }

    private Resolved resolve() {
        Field field = null;
        try {
            field = declared(Class.forName(owner, false, loader.get()));
        } catch (ClassNotFoundException | LinkageError e) {
            // Then the access itself fails.
        }
        if (field == null) {
            return new Resolved(Nature.PLAIN, new Location.Key(owner, member), owner.intern());
        }
        int modifiers = field.getModifiers();
        Nature nature = Modifier.isVolatile(modifiers)
                ? Nature.VOLATILE
                : Modifier.isFinal(modifiers) ? Nature.FINAL : Nature.PLAIN;
        Class<?> holder = field.getDeclaringClass();
        return new Resolved(nature, new Location.Key(holder.getName(), member), holder);
    }

    private @Nullable Field declared(@Nullable Class<?> from) {
        for (Class<?> above = from; above != null; above = above.getSuperclass()) {
            for (Field field : above.getDeclaredFields()) {
                if (field.getName().equals(member)) {
                    return field;
                }
            }
            for (Class<?> contract : above.getInterfaces()) {
                Field constant = declared(contract);
                if (constant != null) {
                    return constant;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return frame().toString();
    }
}
