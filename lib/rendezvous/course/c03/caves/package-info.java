/** Exercise 03.3: tasks that find more tasks. */
@NullMarked
package rendezvous.course.c03.caves;

import org.jspecify.annotations.NullMarked;
