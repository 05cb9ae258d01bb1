/** Exercise 07.2: passes on what comes, and the end of it. */
@NullMarked
package rendezvous.course.c07.relay;

import org.jspecify.annotations.NullMarked;
