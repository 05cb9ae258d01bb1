/** Exercise 01.1: two things at the same time, and the end of both. */
@NullMarked
package rendezvous.course.c01.breakfast;

import org.jspecify.annotations.NullMarked;
