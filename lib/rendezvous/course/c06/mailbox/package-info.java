/** Exercise 06.3: letters that nobody waits to post. */
@NullMarked
package rendezvous.course.c06.mailbox;

import org.jspecify.annotations.NullMarked;
