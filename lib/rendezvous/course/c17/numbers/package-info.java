/** Exercise 17.1: a source of values that ends in time when its context is cancelled. */
@NullMarked
package rendezvous.course.c17.numbers;

import org.jspecify.annotations.NullMarked;
