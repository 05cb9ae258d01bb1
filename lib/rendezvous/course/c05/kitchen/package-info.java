/** Exercise 05.1: a cook, orders, a counter, and the signal that the work is done. */
@NullMarked
package rendezvous.course.c05.kitchen;

import org.jspecify.annotations.NullMarked;
