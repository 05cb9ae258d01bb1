/** Exercise 01.2: look and sell, by one at a time. */
@NullMarked
package rendezvous.course.c01.tickets;

import org.jspecify.annotations.NullMarked;
