/** Exercise 04.3: how many goroutines a program has left behind. */
@NullMarked
package rendezvous.course.c04.census;

import org.jspecify.annotations.NullMarked;
