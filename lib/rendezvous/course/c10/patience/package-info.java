/** Exercise 10.1: an answer, if it comes in time. */
@NullMarked
package rendezvous.course.c10.patience;

import org.jspecify.annotations.NullMarked;
