/** Exercise 04.4: a scheduler with several carriers. */
@NullMarked
package rendezvous.course.c04.machine;

import org.jspecify.annotations.NullMarked;
