/** Exercise 06.4: a value that is found once and read by many. */
@NullMarked
package rendezvous.course.c06.promise;

import org.jspecify.annotations.NullMarked;
