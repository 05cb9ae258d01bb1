/** Exercise 10.2: what comes until the time is up. */
@NullMarked
package rendezvous.course.c10.harvest;

import org.jspecify.annotations.NullMarked;
