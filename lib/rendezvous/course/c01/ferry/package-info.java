/** Exercise 01.3: never more than two at the same time. */
@NullMarked
package rendezvous.course.c01.ferry;

import org.jspecify.annotations.NullMarked;
