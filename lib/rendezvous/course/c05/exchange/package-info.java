/** Exercise 05.3: two who meet, and each gets what the other brought. */
@NullMarked
package rendezvous.course.c05.exchange;

import org.jspecify.annotations.NullMarked;
