/** Exercise 08.4: several loops share one channel, and a closer. */
@NullMarked
package rendezvous.course.c08.copyists;

import org.jspecify.annotations.NullMarked;
