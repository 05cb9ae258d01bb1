/** Exercise 09.2: the first answer wins, and nothing is left behind. */
@NullMarked
package rendezvous.course.c09.scout;

import org.jspecify.annotations.NullMarked;
