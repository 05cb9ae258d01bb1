/** Exercise 02.1: starts all, then waits for all. */
@NullMarked
package rendezvous.course.c02.postcards;

import org.jspecify.annotations.NullMarked;
