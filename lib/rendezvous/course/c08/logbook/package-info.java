/** Exercise 08.2: a clerk who writes, and a clean shutdown. */
@NullMarked
package rendezvous.course.c08.logbook;

import org.jspecify.annotations.NullMarked;
