/** Exercise 09.3: makes one channel of two that end at different times. */
@NullMarked
package rendezvous.course.c09.junction;

import org.jspecify.annotations.NullMarked;
