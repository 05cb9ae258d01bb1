/**
 * The laboratory in JUnit: tests that run under many schedules.
 *
 * <p>{@link rendezvous.junit.LabTest} is where to start. JUnit Jupiter must be on the class path; nothing else of the
 * library needs it.
 */
@NullMarked
package rendezvous.junit;

import org.jspecify.annotations.NullMarked;
