/**
 * The kernel of the course: JJava's Java kernel with the library imported, charts and verdicts drawn, output gathered
 * into few messages, and errors told in the learner's terms.
 *
 * <p>{@code Kernel} is the program that Jupyter starts. {@code RendezvousExtension} brings imports and renderers to a
 * stock JJava as well. (No links: where JJava is missing, neither is compiled.)
 */
@NullMarked
package rendezvous.notebook;

import org.jspecify.annotations.NullMarked;
