/** Exercise 05.2: two singers, and a turn that goes from one to the other. */
@NullMarked
package rendezvous.course.c05.duet;

import org.jspecify.annotations.NullMarked;
