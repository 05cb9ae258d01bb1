package rendezvous.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chart.History.Fate;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Moment;
import rendezvous.chart.History.Sign;
import rendezvous.chart.History.Span;
import rendezvous.chart.History.Transfer;
import rendezvous.chart.Scene.Hidden;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Trace;

/** What a timeline says in words. */
final class TimelineWords {
    /** Of a few states that last microseconds nobody misses one; of many the reader should know. */
    private static final int WORTH_SAYING = 10;

    private static final int MOST = 3; // names in a sentence

    private final History history;
    private final Hidden hidden;

    TimelineWords(History history, Hidden hidden) {
        this.history = history;
        this.hidden = hidden;
    }

    String caption() {
        List<String> sentences = new ArrayList<>();
        if (history.channels()) {
            sentences.add(handOffs());
        }
        choices().ifPresent(sentences::add);
        longestWait().ifPresent(sentences::add);
        cancels().ifPresent(sentences::add);
        race().ifPresent(sentences::add);
        panics().ifPresent(sentences::add);
        stuck().ifPresent(sentences::add);
        left().ifPresent(sentences::add);
        return sentences.isEmpty()
                ? Numbers.many(history.lives().size(), "goroutine") + " in " + history.length() + "."
                : String.join(" ", sentences);
    }

    String alt() {
        String lanes = Numbers.many(history.lives().size(), "lane of a goroutine", "lanes of goroutines");
        String names = history.lives().size() > Lanes.MOST
                ? ""
                : " ("
                        + Numbers.list(history.lives().stream()
                                .map(life -> life.goroutine().name())
                                .toList())
                        + ")";
        String labels = hidden.labels() == 0 ? "" : " Not drawn: " + Numbers.many(hidden.labels(), "label") + ".";
        return "Timeline of " + history.length() + clock() + " with " + lanes + names + ". " + caption() + labels;
    }

    private String clock() {
        return switch (history.unit()) {
            case TIME -> " of real time";
            case VIRTUAL -> " of virtual time";
            case STEPS -> "";
        };
    }

    private String handOffs() {
        if (history.transfers().isEmpty()) {
            return "No values were handed over.";
        }
        Map<Object, Long> byChannel = history.transfers().stream()
                .collect(Collectors.groupingBy(Transfer::channel, LinkedHashMap::new, Collectors.counting()));
        if (byChannel.size() <= MOST
                && byChannel.keySet().stream().allMatch(one -> channel(one).startsWith("`"))) {
            return Numbers.list(byChannel.entrySet().stream()
                            .map(entry -> passed(entry.getKey(), entry.getValue()))
                            .toList())
                    + ".";
        }
        boolean buffered = byChannel.keySet().stream().anyMatch(TimelineWords::buffered);
        String channels = byChannel.size() == 1 ? "" : " on " + byChannel.size() + " channels";
        long all = history.transfers().size();
        return (buffered ? passed(all) : handOffs(all)) + channels + ".";
    }

    private static String passed(Object channel, long count) {
        return (buffered(channel) ? passed(count) : handOffs(count)) + " on " + channel(channel);
    }

    private static String passed(long count) {
        return Numbers.many(count, "value") + " sent and received";
    }

    private static String handOffs(long count) {
        return Numbers.many(count, "hand-off");
    }

    private static boolean buffered(Object channel) {
        return channel instanceof Chan<?> chan && chan.cap() > 0;
    }

    private static String channel(@Nullable Object channel) {
        return channel instanceof Chan<?> chan
                ? chan.name().map(name -> "`" + name + "`").orElse("a channel")
                : "a channel";
    }

    private List<Moment> signs(Sign sign) {
        return history.moments().stream().filter(one -> one.sign() == sign).toList();
    }

    /** What selects chose, and how often. */
    private Optional<String> choices() {
        Map<String, Long> won = signs(Sign.SELECTS).stream()
                .collect(Collectors.groupingBy(Moment::words, LinkedHashMap::new, Collectors.counting()));
        long all = won.values().stream().mapToLong(Long::longValue).sum();
        List<String> counts = won.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(one -> one.getKey() + (all == 1 ? "" : " " + Numbers.many(one.getValue(), "time")))
                .toList();
        return all == 0
                ? Optional.empty()
                : Optional.of(Numbers.many(all, "select") + " chose " + some(counts, "") + ".");
    }

    /** Who ended contexts, and whose waits that ended. */
    private Optional<String> cancels() {
        List<String> parts = new ArrayList<>();
        for (String who : names(signs(Sign.CANCELS))) {
            List<String> reached = history.cancels().stream()
                    .filter(one -> one.by().name().equals(who))
                    .sorted(Comparator.comparingLong(one -> one.reached().id()))
                    .map(one -> one.reached().name())
                    .distinct()
                    .toList();
            parts.add(who + " cancelled a context"
                    + (reached.isEmpty()
                            ? ", and nobody waited for that"
                            : ", which ended the wait of " + some(reached, "")));
        }
        List<String> expired = names(signs(Sign.EXPIRED));
        if (!expired.isEmpty()) {
            parts.add((parts.isEmpty() ? "A" : "a") + " context's time was over, which ended the wait of "
                    + some(expired, ""));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Numbers.list(parts) + ".");
    }

    private static List<String> names(List<Moment> signs) {
        return signs.stream().map(one -> one.goroutine().name()).distinct().toList();
    }

    private Optional<String> race() {
        List<String> accesses = signs(Sign.RACES).stream()
                .map(one -> one.goroutine().name() + " " + one.words()
                        + (history.unit() == Trace.Unit.STEPS ? " in step " + one.at() : ""))
                .toList();
        return accesses.isEmpty()
                ? Optional.empty()
                : Optional.of("A race: " + Numbers.list(accesses) + ", and nothing says which comes first.");
    }

    /** The longest wait for somebody else that had an end, if it is not too short to matter. */
    private Optional<String> longestWait() {
        List<Wait> waits = history.lives().stream()
                .flatMap(life -> life.spans().stream()
                        .filter(span -> span.state() != State.RUNS
                                && span.state() != State.READY
                                && span.state() != State.SLEEPS)
                        .filter(span ->
                                !life.isWaiting() || span.from() < life.last().from())
                        .map(span -> new Wait(life, span)))
                .filter(wait -> wait.span().length() * 50 >= history.quiet())
                .toList();
        // That main waits for all to end says little, if others waited for something in the meantime.
        Optional<Wait> ofAll = longest(waits.stream());
        Optional<Wait> others = longest(waits.stream().filter(wait -> !isForTheEnd(wait)));
        if (others.isPresent() && !others.equals(ofAll)) {
            return others.map(wait -> "Apart from main's for the end, the longest wait: " + told(wait));
        }
        return ofAll.map(wait -> "The longest wait: " + told(wait));
    }

    private String told(Wait wait) {
        String length = history.words(wait.span().length());
        return wait.life().goroutine().name() + ", " + length + " " + purpose(wait.span()) + ".";
    }

    private record Wait(Life life, Span span) {}

    private static Optional<Wait> longest(Stream<Wait> waits) {
        return waits.max(Comparator.comparingLong(wait -> wait.span().length()));
    }

    /** Returns whether it is the last wait of main, for goroutines and not for a value. */
    private static boolean isForTheEnd(Wait wait) {
        boolean isLast = wait.life().spans().stream()
                .filter(span -> span.from() >= wait.span().to())
                .allMatch(span -> span.state() == State.RUNS || span.state() == State.READY);
        return isLast
                && wait.life().goroutine().name().equals("main")
                && (wait.span().state() == State.JOINS || wait.span().state() == State.AWAITS)
                && !(wait.span().subject() instanceof Chan);
    }

    private static String purpose(Span span) {
        return switch (span.state()) {
            case SENDS -> "to send";
            case RECEIVES -> "to receive";
            case JOINS -> "for " + (span.subject() instanceof Goroutine goroutine ? goroutine.name() : "a goroutine");
            case SELECTS -> "in a select";
            case LOCKS -> "for a lock";
            case AWAITS -> "for others";
            case ELSEWHERE -> "in the JDK";
            case RUNS, READY, SLEEPS, NEVER, SEVERAL -> "";
        };
    }

    private Optional<String> panics() {
        List<String> panics = history.lives().stream()
                .filter(life -> life.fate() == Fate.PANICKED)
                .map(life -> life.goroutine().name() + " panicked"
                        + (life.thrown() == null
                                ? ""
                                : " (" + life.thrown().getClass().getSimpleName() + ")"))
                .toList();
        return panics.isEmpty() ? Optional.empty() : Optional.of(some(panics, "did too") + ".");
    }

    private Optional<String> stuck() {
        List<Life> alive = history.lives().stream().filter(Life::isLeft).toList();
        if (alive.isEmpty()) {
            return Optional.empty();
        }
        String who = some(alive.stream().map(TimelineWords::still).toList(), "were left");
        String limit = " when the run was stopped after " + history.length();
        boolean hopeless = alive.stream().allMatch(life -> life.fate() == Fate.STUCK);
        return Optional.of(who + limit + (hopeless ? ": nobody is left to wake " + them(alive) : "") + ".");
    }

    private static String them(List<Life> alive) {
        return alive.size() == 1 ? "it" : "them";
    }

    private static String still(Life life) {
        Span last = life.last();
        String on =
                last.state() == State.SENDS || last.state() == State.RECEIVES ? " on " + channel(last.subject()) : "";
        String doing = switch (last.state()) {
            case RUNS, SEVERAL -> "was still running";
            case READY -> "could still run";
            case ELSEWHERE -> "was still waiting in the JDK";
            case SLEEPS -> "was still asleep";
            case SENDS -> "was still waiting to send";
            case RECEIVES -> "was still waiting to receive";
            case JOINS -> "was still waiting " + purpose(last);
            case SELECTS -> "was still waiting in a select";
            case LOCKS -> "was still waiting for a lock";
            case AWAITS -> "was still waiting for others";
            case NEVER -> "was waiting on a channel that is never ready";
        };
        return life.goroutine().name() + " " + doing + on;
    }

    private static String some(List<String> items, String rest) {
        if (items.size() <= MOST) {
            return Numbers.list(items);
        }
        List<String> first = new ArrayList<>(items.subList(0, MOST));
        first.add((items.size() - MOST + " more " + rest).strip());
        return Numbers.list(first);
    }

    /** What the picture leaves out, but for labels: who sees it misses none. */
    private Optional<String> left() {
        List<String> parts = new ArrayList<>();
        if (hidden.bundled() > 0) {
            parts.add(Numbers.many(hidden.bundled(), "hand-off shares", "hand-offs share") + " an arrow with others");
        }
        if (hidden.within() > 0) {
            parts.add(handOffs(hidden.within()) + " among the folded goroutines "
                    + (hidden.within() == 1 ? "has" : "have") + " no arrow");
        }
        if (hidden.states() > WORTH_SAYING) {
            parts.add(Numbers.many(hidden.states(), "state is", "states are") + " too short to draw");
        }
        if (history.dropped() > 0) {
            parts.add("the last " + Numbers.many(history.dropped(), "event was", "events were") + " not recorded");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("Not drawn: " + Numbers.list(parts) + ".");
    }

    /** Returns the lives as a table, then what happened, one a line, then the caption. */
    String text() {
        return TimelineTable.of(history) + caption();
    }
}
