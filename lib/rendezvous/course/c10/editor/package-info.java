/** Exercise 10.3: saves when the writer rests. */
@NullMarked
package rendezvous.course.c10.editor;

import org.jspecify.annotations.NullMarked;
