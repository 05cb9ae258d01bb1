/** Exercise 07.3: a gate that is opened once, for all. */
@NullMarked
package rendezvous.course.c07.gate;

import org.jspecify.annotations.NullMarked;
