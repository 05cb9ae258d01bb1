/** Exercise 04.2: a scheduler for one carrier. */
@NullMarked
package rendezvous.course.c04.carousel;

import org.jspecify.annotations.NullMarked;
