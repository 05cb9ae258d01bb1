/** Exercise 10.4: shops in turn, with a limit for each and for all. */
@NullMarked
package rendezvous.course.c10.errand;

import org.jspecify.annotations.NullMarked;
