/** Holds the documentation to what it says: examples are compiled and run, and promises are looked for. */
@NullMarked
package rendezvous.docs;

import org.jspecify.annotations.NullMarked;
