/** Exercise 09.4: takes in at once, lets out when somebody is ready. */
@NullMarked
package rendezvous.course.c09.waitingroom;

import org.jspecify.annotations.NullMarked;
