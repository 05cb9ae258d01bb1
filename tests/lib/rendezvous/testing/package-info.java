/** What the library's tests share: threads of both kinds that are watched and cleaned up, and waiting for conditions. */
@NullMarked
package rendezvous.testing;

import org.jspecify.annotations.NullMarked;
