package rendezvous.runtime;

import org.jspecify.annotations.Nullable;

/** What may belong to a {@link World}, so that it must not be used from another. */
public interface Homed {
    /** Returns the world that this belongs to, which is {@link World#home()} when it is made; null for none. */
    @Nullable
    World home();
}
