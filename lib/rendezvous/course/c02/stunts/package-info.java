/** Exercise 02.3: what goes wrong in a goroutine is dealt with there. */
@NullMarked
package rendezvous.course.c02.stunts;

import org.jspecify.annotations.NullMarked;
