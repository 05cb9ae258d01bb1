/**
 * The race detector: finds accesses to the same memory of which nothing orders one before the other.
 *
 * <p>An agent rewrites the classes under study so that they tell what they read, write, lock and call; a detector keeps,
 * for each run of the laboratory, which of it happens before which. Nothing is rewritten while no run asks for it.
 */
@NullMarked
package rendezvous.race;

import org.jspecify.annotations.NullMarked;
