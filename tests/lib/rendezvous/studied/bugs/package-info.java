/**
 * Classic mistakes, each with the same program done right: {@code rendezvous.lab.Programs} says what is to be found in
 * which.
 *
 * <p>All of them are our own, and small: two or three goroutines, no class of the JDK's that a run could not control. A
 * method takes whether to do it right.
 */
@org.jspecify.annotations.NullUnmarked
package rendezvous.studied.bugs;
