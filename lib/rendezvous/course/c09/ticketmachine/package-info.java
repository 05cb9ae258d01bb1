/** Exercise 09.1: sends until it is told that it is over. */
@NullMarked
package rendezvous.course.c09.ticketmachine;

import org.jspecify.annotations.NullMarked;
