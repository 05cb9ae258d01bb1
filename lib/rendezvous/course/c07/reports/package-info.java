/** Exercise 07.4: many write, and the last one out closes. */
@NullMarked
package rendezvous.course.c07.reports;

import org.jspecify.annotations.NullMarked;
