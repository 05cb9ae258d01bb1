package rendezvous.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong before there was a cell to say it in. Whoever starts the kernel adds, the first cell tells.
 *
 * <p>Safe for use by many threads.
 */
final class Notices {
    private final List<String> notices = new ArrayList<>();

    /** Adds a notice: what, got, want, what to do. */
    synchronized void add(String notice) {
        notices.add(notice);
    }

    /** Returns the notices and forgets them. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }
}
