package rendezvous.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.race.Access;
import rendezvous.race.Location;
import rendezvous.race.Site;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Host;

/** The report of a race: what, who, where, and where those who did it were started. */
final class Races {
    private Races() {}

    static String tell(
            Strand strand,
            Object base,
            Location.@Nullable Key key,
            int index,
            Site site,
            boolean writes,
            Access before,
            Strand other) {
        return "data race on " + what(base, key, index) + "\n  "
                + strand.name() + (writes ? " writes" : " reads") + " it " + at(site) + "\n  "
                + other.name() + (before.writes() ? " wrote" : " read") + " it before, in step " + before.step() + ", "
                + at(before.site())
                + "\n  Nothing says which comes first: no channel, no lock, no wait of one for the other."
                + started(strand) + started(other);
    }

    /** Returns the memory that was accessed, for people: "`Counters.count`". */
    static String what(Object base, Location.@Nullable Key key, int index) {
        if (key == null) {
            return "element " + index + " of an array of "
                    + base.getClass().getComponentType().getSimpleName();
        }
        if (key.equals(Location.Key.WHOLE)) {
            String type = base.getClass().getSimpleName();
            return ("AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
        }
        String type = key.type().substring(key.type().lastIndexOf('.') + 1);
        String shown = type.substring(type.lastIndexOf('$') + 1);
        return "`" + (type.startsWith("$JShell$") && shown.chars().allMatch(Character::isDigit) ? "" : shown + ".")
                + key.field() + "`";
    }

    private static String at(Site site) {
        return "at " + Host.place(List.of(site.frame()));
    }

    private static String started(Strand strand) {
        Goroutine goroutine = strand.goroutine();
        return goroutine == null || Token.number(strand.token) == 1 // the run's own
                ? ""
                : "\n  " + strand.name() + " was started at " + goroutine.startedAt();
    }
}
