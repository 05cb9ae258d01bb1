package rendezvous.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What may belong to a {@link World}, so that it must not be used from another: what is made in a run of the lab.
 *
 * {@snippet :
 * import rendezvous.runtime.Homed;
 *
 * Homed outside = Chan.make();
 * println(outside.home());                                    // Output: null
 * Lab.run(() -> println(Chan.make().home())).output().lines().forEach(line -> println(line));   // Output: a lab run
 * }
 */
public interface Homed {
    /** Returns the world that this belongs to, which is {@link World#home()} when it is made; null for none. */
    @Nullable
    World home();
}
