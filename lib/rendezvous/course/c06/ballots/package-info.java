/** Exercise 06.1: the votes of all stations, counted at the same time. */
@NullMarked
package rendezvous.course.c06.ballots;

import org.jspecify.annotations.NullMarked;
