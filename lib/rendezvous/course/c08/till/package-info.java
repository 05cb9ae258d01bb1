/** Exercise 08.1: sums up what comes until the end. */
@NullMarked
package rendezvous.course.c08.till;

import org.jspecify.annotations.NullMarked;
