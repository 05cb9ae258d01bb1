/** Exercise 01.4: two at once, and nobody gets stuck. */
@NullMarked
package rendezvous.course.c01.purse;

import org.jspecify.annotations.NullMarked;
