/** Exercise 03.1: start all, and wait for the last. */
@NullMarked
package rendezvous.course.c03.market;

import org.jspecify.annotations.NullMarked;
