/** Exercise 02.2: brings back what goroutines have found, in order. */
@NullMarked
package rendezvous.course.c02.readers;

import org.jspecify.annotations.NullMarked;
