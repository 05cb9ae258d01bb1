/** Exercise 05.4: two librarians, and answers that find their way back to who asked. */
@NullMarked
package rendezvous.course.c05.library;

import org.jspecify.annotations.NullMarked;
