/** Exercise 00.1: a first exercise, to learn how exercises work. */
@NullMarked
package rendezvous.course.c00.greeter;

import org.jspecify.annotations.NullMarked;
