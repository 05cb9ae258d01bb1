/** Programs for the race detector's tests: the agent rewrites the classes of this package. */
@org.jspecify.annotations.NullUnmarked
package rendezvous.studied;
