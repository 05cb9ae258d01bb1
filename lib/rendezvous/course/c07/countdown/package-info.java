/** Exercise 07.1: a channel that is received from, and ends. */
@NullMarked
package rendezvous.course.c07.countdown;

import org.jspecify.annotations.NullMarked;
