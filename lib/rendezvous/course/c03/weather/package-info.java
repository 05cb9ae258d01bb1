/** Exercise 03.2: ask all at once, and keep their order. */
@NullMarked
package rendezvous.course.c03.weather;

import org.jspecify.annotations.NullMarked;
