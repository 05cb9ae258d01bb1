/**
 * The laboratory: runs of concurrent programs under a scheduler and a clock of our own, where each schedule can be chosen,
 * replayed and searched for.
 *
 * <p>{@link rendezvous.lab.Lab} is where to start.
 */
@NullMarked
package rendezvous.lab;

import org.jspecify.annotations.NullMarked;
