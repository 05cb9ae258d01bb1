/** Exercise 03.4: stages, each of which waits for the one before it. */
@NullMarked
package rendezvous.course.c03.move;

import org.jspecify.annotations.NullMarked;
