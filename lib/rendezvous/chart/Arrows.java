package rendezvous.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import rendezvous.chart.History.Cancel;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Moment;
import rendezvous.chart.History.Transfer;
import rendezvous.chart.Labels.Wish;
import rendezvous.chart.Scene.Arrow;
import rendezvous.chart.Scene.Link;
import rendezvous.chart.Scene.Word;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Values;

/** Lays the arrows of a timeline: from the sender's lane to the receiver's, from the parent's to the child's. */
final class Arrows {
    private static final double CLOSEST = 4; // arrows between the same lanes nearer than this become one
    private static final double EDGE = SceneBuilder.RUN_HEIGHT / 2 + 1;
    private static final double WIDEST_LABEL = 130;
    static final double LOOP = 13; // how high a loop rises over its lane

    private final History history;
    private final Lanes lanes;
    private final LongToDoubleFunction x;
    private final IntToDoubleFunction y;
    private final double pitch;
    private final List<Arrow> starts = new ArrayList<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<Arrow> others = new ArrayList<>(); // ends of contexts, races
    private int within;

    Arrows(History history, Lanes lanes, LongToDoubleFunction x, IntToDoubleFunction y, double pitch) {
        this.history = history;
        this.lanes = lanes;
        this.x = x;
        this.y = y;
        this.pitch = pitch;
    }

    /** Values that went the same way at nearly the same time. */
    private static final class Bundle {
        private final Arrow first;
        private final List<Object> values = new ArrayList<>();

        Bundle(Arrow first) {
            this.first = first;
        }

        Arrow arrow() {
            return new Arrow(
                    first.link(),
                    first.from(),
                    first.to(),
                    first.x1(),
                    first.y1(),
                    first.x2(),
                    first.y2(),
                    values.size());
        }
    }

    /** Labels that found a place, and how many found none. */
    record Labelled(List<Word> words, int dropped) {}

    void lay() {
        for (Life life : history.lives()) {
            Goroutine parent = life.parent();
            if (parent != null && lanes.byGoroutine().containsKey(parent)) {
                int from = lane(parent);
                int to = lane(life.goroutine());
                if (from != to) {
                    start(from, to, x.applyAsDouble(life.from()));
                }
            }
        }
        history.cancels().forEach(this::cancel);
        race();
        Map<Long, Bundle> latest = new HashMap<>(); // by sender's and receiver's lane
        for (Transfer transfer : history.transfers()) {
            int from = lane(transfer.from());
            int to = lane(transfer.to());
            if (from == to && from >= lanes.shown().size()) {
                within++;
                continue;
            }
            double start = x.applyAsDouble(transfer.sent());
            double end = x.applyAsDouble(transfer.received());
            long way = (long) from * Lanes.MOST + to;
            Bundle last = latest.get(way);
            if (last == null || end - last.first.x2() >= CLOSEST) {
                last = new Bundle(arrow(Link.HAND_OFF, from, to, start, end));
                bundles.add(last);
                latest.put(way, last);
            }
            last.values.add(transfer.value());
        }
    }

    private void cancel(Cancel cancel) {
        int from = lane(cancel.by());
        int to = lane(cancel.reached());
        Arrow arrow = from == to
                ? null
                : arrow(Link.CANCEL, from, to, x.applyAsDouble(cancel.from()), x.applyAsDouble(cancel.to()));
        if (arrow != null && !others.contains(arrow)) {
            others.add(arrow);
        }
    }

    /** The two accesses of a race are joined: neither comes before the other. */
    private void race() {
        List<Moment> accesses = history.moments().stream()
                .filter(moment -> moment.sign() == History.Sign.RACES)
                .toList();
        if (accesses.size() == 2) {
            Moment one = accesses.getFirst();
            Moment other = accesses.getLast();
            int from = lane(one.goroutine());
            int to = lane(other.goroutine());
            if (from != to) {
                others.add(new Arrow(
                        Link.RACE,
                        from,
                        to,
                        x.applyAsDouble(one.at()),
                        y.applyAsDouble(from),
                        x.applyAsDouble(other.at()),
                        y.applyAsDouble(to),
                        1));
            }
        }
    }

    private int lane(Goroutine goroutine) {
        return lanes.byGoroutine().getOrDefault(goroutine, 0);
    }

    /** Starts by the same goroutine in quick succession stand on one line. */
    private void start(int from, int to, double at) {
        double x1 = starts.stream()
                .filter(one -> one.from() == from && at - one.x1() < CLOSEST)
                .mapToDouble(Arrow::x1)
                .findFirst()
                .orElse(at);
        Arrow arrow = arrow(Link.START, from, to, x1, x1);
        if (!starts.contains(arrow)) {
            starts.add(arrow);
        }
    }

    private Arrow arrow(Link link, int from, int to, double x1, double x2) {
        if (from == to) {
            double top = y.applyAsDouble(from) - EDGE;
            return new Arrow(link, from, to, x1, top, Math.max(x2, x1 + 2 * CLOSEST), top, 1);
        }
        double down = to > from ? 1 : -1;
        return new Arrow(
                link, from, to, x1, y.applyAsDouble(from) + down * EDGE, x2, y.applyAsDouble(to) - down * EDGE, 1);
    }

    /** Returns starts first, since the others are drawn over them. */
    List<Arrow> all() {
        List<Arrow> all = new ArrayList<>(starts);
        bundles.forEach(bundle -> all.add(bundle.arrow()));
        all.addAll(others);
        return List.copyOf(all);
    }

    Set<Link> links() {
        Set<Link> links = EnumSet.noneOf(Link.class);
        all().forEach(arrow -> links.add(arrow.link()));
        return links;
    }

    /** Returns how many hand-offs have no arrow of their own. */
    int bundled() {
        return bundles.stream().mapToInt(bundle -> bundle.values.size() - 1).sum();
    }

    /** Returns how many hand-offs were between goroutines that share a lane. */
    int within() {
        return within;
    }

    Labelled label(Labels labels, TextMeter meter) {
        all().forEach(labels::avoid);
        List<Word> words = new ArrayList<>();
        int dropped = 0;
        for (Bundle bundle : bundles) {
            Optional<Word> word = labels.place(text(bundle.values, meter), Type.SMALL, wishes(bundle.first));
            word.ifPresent(words::add);
            dropped += word.isPresent() ? 0 : 1;
        }
        return new Labelled(words, dropped);
    }

    private static String text(List<Object> values, TextMeter meter) {
        String first = Values.show(values.getFirst());
        String last = Values.show(values.getLast());
        String text = switch (values.size()) {
            case 1 -> first;
            case 2 -> first + ", " + last;
            default -> first + " … " + last;
        };
        return values.size() > 1 && meter.width(text, Type.SMALL) > WIDEST_LABEL
                ? Numbers.many(values.size(), "value")
                : meter.fit(text, Type.SMALL, WIDEST_LABEL);
    }

    /** Returns where a label may stand: beside the arrow, in a gap between lanes, best in the one next to the receiver. */
    private List<Wish> wishes(Arrow arrow) {
        List<Wish> wishes = new ArrayList<>();
        if (arrow.loop()) {
            double middle = (arrow.x1() + arrow.x2()) / 2;
            wishes.add(new Wish(middle - 4, arrow.y1() - LOOP - 9, false));
            wishes.add(new Wish(arrow.x2() + 5, arrow.y1() - LOOP / 2, false));
            return wishes;
        }
        double slant = Math.abs((arrow.x2() - arrow.x1()) / (arrow.y2() - arrow.y1()));
        double aside = 6 + slant * (House.SMALL / 2 + 1); // the corner of a label must not touch a slanted arrow
        int step = arrow.to() > arrow.from() ? -1 : 1;
        for (int lane = arrow.to(); lane != arrow.from(); lane += step) {
            double gap = y.applyAsDouble(lane) + step * pitch / 2;
            for (double shift : new double[] {0, -7, 7}) {
                double part = (gap + shift - arrow.y1()) / (arrow.y2() - arrow.y1());
                double at = arrow.x1() + part * (arrow.x2() - arrow.x1());
                wishes.add(new Wish(at + aside, gap + shift, false));
                wishes.add(new Wish(at - aside, gap + shift, true));
            }
        }
        return wishes;
    }
}
