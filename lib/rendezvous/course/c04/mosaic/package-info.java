/** Exercise 04.1: rows that are shared out among workers. */
@NullMarked
package rendezvous.course.c04.mosaic;

import org.jspecify.annotations.NullMarked;
