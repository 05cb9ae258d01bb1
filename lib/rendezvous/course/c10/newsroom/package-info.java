/** Exercise 10.5: the checkpoint of chapters 01 to 10. */
@NullMarked
package rendezvous.course.c10.newsroom;

import org.jspecify.annotations.NullMarked;
