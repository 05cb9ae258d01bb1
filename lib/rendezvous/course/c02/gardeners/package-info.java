/** Exercise 02.4: a fixed number of workers, each with a share. */
@NullMarked
package rendezvous.course.c02.gardeners;

import org.jspecify.annotations.NullMarked;
