/** Exercise 08.3: leaves a loop early, and nobody behind. */
@NullMarked
package rendezvous.course.c08.search;

import org.jspecify.annotations.NullMarked;
