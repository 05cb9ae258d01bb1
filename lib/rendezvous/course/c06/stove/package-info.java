/** Exercise 06.2: as many dishes at a time as there are flames. */
@NullMarked
package rendezvous.course.c06.stove;

import org.jspecify.annotations.NullMarked;
