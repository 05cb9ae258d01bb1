package rendezvous.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sites by their numbers, which are what rewritten code passes on.
 *
 * <p>Safe for use by many threads. A class that is rewritten again gets the numbers that it had.
 */
final class Sites {
    private record Place(int loader, String type, String method, int line, String owner, String member) {}

    private static final Map<Place, Integer> NUMBERS = new HashMap<>();
    private static final List<Site> SITES = new ArrayList<>();

    private static volatile Site[] published = {};

    private Sites() {}

    /** Returns the number of a site. */
    static synchronized int number(
            @Nullable ClassLoader loader,
            String type,
            String method,
            @Nullable String file,
            int line,
            String owner,
            String member) {
        Place place = new Place(System.identityHashCode(loader), type, method, line, owner, member);
        return NUMBERS.computeIfAbsent(place, _ -> {
            SITES.add(new Site(loader, type, method, file, line, owner, member));
            return SITES.size() - 1;
        });
    }

    /** Returns the site of a number. */
    static Site of(int number) {
        Site[] known = published;
        if (number >= known.length) {
            synchronized (Sites.class) {
                known = SITES.toArray(Site[]::new);
                published = known;
            }
        }
        return Objects.requireNonNull(known[number]);
    }
}
