package rendezvous.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import rendezvous.chart.History.Moment;
import rendezvous.chart.Labels.Wish;
import rendezvous.chart.Scene.Sign;
import rendezvous.chart.Scene.Word;

/** Lays what is marked on the lanes of a timeline: choices of selects, closes, ends of contexts, accesses that race. */
final class Signs {
    static final double SIZE = 11;
    private static final double CLOSEST = 9; // signs of a kind nearer than this on a lane become one

    private final Lanes lanes;
    private final LongToDoubleFunction x;
    private final double pitch;
    private final List<Group> groups = new ArrayList<>();

    Signs(Lanes lanes, LongToDoubleFunction x, double pitch) {
        this.lanes = lanes;
        this.x = x;
        this.pitch = pitch;
    }

    /** Whether words may stand beside some of them. A close has none: they are for what is sent. */
    static boolean areLabelled(History history) {
        return history.moments().stream().anyMatch(moment -> isLabelled(moment.sign()));
    }

    private static boolean isLabelled(History.Sign sign) {
        return sign != History.Sign.CLOSES;
    }

    /** Signs of a kind that stand in one place. */
    private record Group(int lane, double x, double y, List<Moment> moments) {
        Sign sign() {
            return new Sign(lane, moments.getFirst().sign(), x, y, moments.size());
        }

        Type type() {
            return moments.getFirst().sign() == History.Sign.SELECTS ? Type.SMALL : Type.BAD;
        }

        String text(TextMeter meter) {
            String first = moments.getFirst().words();
            boolean same = moments.stream().allMatch(one -> one.words().equals(first));
            String text = same ? first : Numbers.many(moments.size(), "choice");
            return meter.fit(text.replace("`", ""), type(), 190);
        }

        Box box() {
            return new Box(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
        }
    }

    void lay(List<Moment> moments, double top, double right) {
        Map<Integer, Map<History.Sign, Group>> last = new HashMap<>();
        for (Moment moment : moments) {
            int lane = lanes.byGoroutine().getOrDefault(moment.goroutine(), -1);
            double at = x.applyAsDouble(moment.at());
            if (lane < 0) {
                continue;
            }
            Map<History.Sign, Group> here = last.computeIfAbsent(lane, any -> new HashMap<>());
            Group group = here.get(moment.sign());
            if (group == null || at - group.x() >= CLOSEST) {
                group = new Group(lane, free(lane, at, right), top + lane * pitch, new ArrayList<>());
                groups.add(group);
                here.put(moment.sign(), group);
            }
            group.moments().add(moment);
        }
    }

    /** Returns the place, or the nearest beside it that no other sign of the lane has. */
    private double free(int lane, double at, double right) {
        double room = SIZE + 3;
        double place = at;
        for (int away = 1; away <= 6 && taken(lane, place, room); away++) {
            int steps = (away + 1) / 2;
            double next = at + steps * (away % 2 == 0 ? -room : room);
            place = next > right + SIZE ? place : next;
        }
        return place;
    }

    private boolean taken(int lane, double at, double room) {
        return groups.stream().anyMatch(group -> group.lane() == lane && Math.abs(group.x() - at) < room - 1);
    }

    List<Sign> all() {
        return groups.stream().map(Group::sign).toList();
    }

    Set<History.Sign> kinds() {
        Set<History.Sign> kinds = EnumSet.noneOf(History.Sign.class);
        all().forEach(sign -> kinds.add(sign.sign()));
        return kinds;
    }

    /** Keeps the labels of others off the signs. */
    void avoid(Labels labels) {
        groups.forEach(group -> labels.avoid(group.box()));
    }

    /** Puts words beside the signs; adds what found a place, and returns how many did not. */
    int label(Labels labels, TextMeter meter, List<Word> words) {
        Map<Integer, Boolean> above = new HashMap<>(); // by lane
        int dropped = 0;
        for (Group group : groups) {
            if (!isLabelled(group.sign().sign())) {
                continue;
            }
            boolean up = above.computeIfAbsent(
                    group.lane(), lane -> room(lane, true, labels, meter) >= room(lane, false, labels, meter));
            List<Wish> wishes = new ArrayList<>(wishes(group, up));
            wishes.addAll(wishes(group, !up));
            Optional<Word> word = labels.place(group.text(meter), group.type(), wishes);
            word.ifPresent(words::add);
            dropped += word.isPresent() ? 0 : 1;
        }
        return dropped;
    }

    /** Returns how many labels of a lane have room above or below it: they should stand on one side. */
    private long room(int lane, boolean above, Labels labels, TextMeter meter) {
        return groups.stream()
                .filter(group -> group.lane() == lane && isLabelled(group.sign().sign()))
                .filter(group -> wishes(group, above).stream()
                        .anyMatch(wish -> labels.hasRoom(group.text(meter), group.type(), wish)))
                .count();
    }

    private List<Wish> wishes(Group group, boolean above) {
        double middle = group.y() + (above ? -1 : 1) * (pitch / 2 - 3);
        return List.of(new Wish(group.x() + 3, middle, false), new Wish(group.x() - 3, middle, true));
    }
}
