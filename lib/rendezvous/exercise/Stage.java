package rendezvous.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.lab.Lab;
import rendezvous.lab.Member;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/**
 * Where a check lets a learner's code run: one run of the laboratory, under one of many schedules.
 *
 * <p>The check holds the other ends of the channels. It {@linkplain #settle settles}, which means that every goroutine has
 * ended or waits, so that nothing more happens by itself; then it looks, or gives or takes one value without waiting. What
 * it sees depends on no luck and no speed: "no signal is there" is a fact about a still picture, and the laboratory tries
 * the pictures that other schedules give.
 *
 * <p>Time is the run's own. It stands still while anybody can go on, and passes in {@link #pass}, and where a method says
 * so: a second, or an hour, takes no time.
 *
 * <p>Its methods throw {@link CheckFailure} in the learner's words. Used by the check's own goroutine, but for
 * {@link Bound} and {@link Sequence}, which any goroutine of the run may use.
 */
public final class Stage {
    /** How long somebody who sleeps is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** After which time that passed nobody is thought ever to end. */
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private final List<Goroutine> helpers = new ArrayList<>();
    private @Nullable CheckFailure found;

    Stage() {}

    /** Makes an unbuffered channel whose other end the check holds. */
    public <T> Chan<T> channel(String name) {
        return Chan.named(name);
    }

    /** Makes a channel of a capacity whose other end the check holds. */
    public <T> Chan<T> channel(String name, int capacity) {
        return Chan.named(name, capacity);
    }

    /**
     * Starts a goroutine of the check's own, such as a guest who waits. It is never taken for a leak.
     *
     * @param name for messages
     */
    public Goroutine go(String name, Body body) {
        Goroutine helper = Go.go(name, body);
        helpers.add(helper);
        return helper;
    }

    /**
     * Calls a method of the learner's that waits for nobody, and returns what it returns.
     *
     * @param method its name, for messages
     * @throws CheckFailure if it does not return or returns null
     */
    public <T> T call(String method, Call<T> call) throws InterruptedException {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        Goroutine caller = Go.go(method, () -> result.set(call.get()));
        settlePatiently(caller);
        if (!caller.isDone()) {
            throw new CheckFailure(
                    "`" + method + "` has not returned: it " + doing(caller) + ", and nobody is there for it.",
                    "`" + method + "` returns without waiting for anybody",
                    whoLives());
        }
        T value = result.get();
        if (value == null) {
            throw new CheckFailure("`" + method + "` returned null.");
        }
        return value;
    }

    /** What {@link #call} calls. */
    @FunctionalInterface
    public interface Call<T> {
        /** Calls the learner's method. */
        @Nullable
        T get() throws Exception;
    }

    /**
     * Waits until every other goroutine has ended or waits, for another or for a moment. No time passes.
     *
     * @throws InterruptedException if somebody interrupts the check
     */
    public void settle() throws InterruptedException {
        Lab.settle();
    }

    /**
     * Lets time pass, then settles.
     *
     * @throws InterruptedException if somebody interrupts the check
     */
    public void pass(Duration time) throws InterruptedException {
        World.current().sleep(time);
        settle();
    }

    /** Returns how much time has passed since the run began. */
    public Duration time() {
        return Duration.ofNanos(World.current().nanoTime());
    }

    /** Settles; if the goroutine has not ended then, and somebody sleeps, lets a second pass. */
    private void settlePatiently(@Nullable Goroutine until) throws InterruptedException {
        settle();
        if ((until == null || !until.isDone()) && sleeps()) {
            pass(PATIENCE);
        }
    }

    private static boolean sleeps() {
        return Lab.others().stream().anyMatch(Member::sleeps);
    }

    /**
     * Gives a value, without waiting, once all is settled. If nobody takes it and somebody sleeps, tries once more when a
     * second has passed.
     *
     * @return whether somebody waited to receive it
     */
    public <T> boolean give(Chan<T> channel, T value) throws InterruptedException {
        settle();
        boolean taken = channel.trySend(value);
        if (!taken && sleeps()) {
            pass(PATIENCE);
            taken = channel.trySend(value);
        }
        settle();
        return taken;
    }

    /**
     * Takes a value, without waiting, once all is settled. If there is none and somebody sleeps, tries once more when a
     * second has passed.
     *
     * @return the value; empty if nobody waited to send one
     */
    public <T> Optional<T> take(Chan<T> channel) throws InterruptedException {
        settle();
        Optional<T> value = tryTake(channel);
        if (value.isEmpty() && sleeps()) {
            pass(PATIENCE);
            value = tryTake(channel);
        }
        settle();
        return value;
    }

    private static <T> Optional<T> tryTake(Chan<T> channel) {
        return channel.tryReceive().flatMap(received -> Optional.ofNullable(received.value()));
    }

    /** Returns who lives and what each does, the check's own goroutines left out: "`open` waits to send on a channel of yours". */
    public List<String> living() {
        return Lab.others().stream()
                .filter(member -> !helpers.contains(member.goroutine()))
                .map(Stage::words)
                .toList();
    }

    /** Returns {@link #living} as a phrase for a failure. */
    public String whoLives() {
        List<String> living = living();
        return living.isEmpty() ? "no goroutine of yours is left" : Phrases.list(living);
    }

    private static String doing(Goroutine goroutine) {
        return Lab.others().stream()
                .filter(member -> goroutine.equals(member.goroutine()))
                .map(Phrases::doing)
                .collect(Collectors.joining());
    }

    private static String words(Member member) {
        Goroutine goroutine = member.goroutine();
        return goroutine == null ? member.text() : Phrases.name(goroutine) + " " + Phrases.doing(member);
    }

    /**
     * Fails if a goroutine of the learner's is left that will not end by itself, however much time passes.
     *
     * @param when what has happened, to follow "The goroutines are left": "when the first answer had come"
     * @throws CheckFailure if one is left
     */
    public void noLeak(String when) throws InterruptedException {
        settle();
        if (!living().isEmpty() && sleeps()) {
            pass(FOR_EVER);
        }
        int left = living().size();
        if (left > 0) {
            throw new CheckFailure(
                    Phrases.count(left, "goroutine") + (left == 1 ? " is" : " are") + " left behind " + when
                            + ". Nobody will ever come for " + (left == 1 ? "it: it leaks." : "them: they leak."),
                    "no goroutine is left",
                    whoLives());
        }
    }

    /**
     * Does something that is to end all goroutines of the learner's, and fails if they take longer for it than they may.
     *
     * @param most how long they may take
     * @param what what is done, as a noun: "the cancel"
     * @param cancel does it
     * @throws CheckFailure if one is left then
     */
    public void endsWithin(Duration most, String what, Body cancel) throws Exception {
        cancel.run();
        settle();
        if (!living().isEmpty() && !most.isZero()) {
            pass(most);
        }
        List<String> living = living();
        if (living.isEmpty()) {
            return;
        }
        Duration began = time();
        Duration step = Duration.ofMillis(10);
        while (!living().isEmpty() && time().minus(began).compareTo(FOR_EVER) < 0) {
            pass(step);
            step = step.multipliedBy(2);
        }
        throw new CheckFailure(
                Phrases.count(living.size(), "goroutine") + (living.size() == 1 ? " was" : " were") + " still there "
                        + Phrases.time(most) + " after " + what + ".",
                "all goroutines have ended " + Phrases.time(most) + " after " + what,
                Phrases.list(living) + (living().isEmpty() ? "; it ended later" : "; it will not end"));
    }

    /**
     * Fails unless the two are equal.
     *
     * @param what what was done, a sentence with its full stop
     */
    public void equal(String what, @Nullable Object expected, @Nullable Object got) {
        if (expected == null ? got != null : !expected.equals(got)) {
            throw new CheckFailure(what, Phrases.value(expected), Phrases.value(got));
        }
    }

    /**
     * Returns a room that counts who is in it, to see how many do something at the same time.
     *
     * @param most how many may be in it
     * @param who in the plural: "jobs"
     */
    public Bound atMost(int most, String who) {
        return new Bound(this, most, who);
    }

    /**
     * Returns a list of things that must happen in this order.
     *
     * @param events their names
     */
    public Sequence inOrder(String... events) {
        return new Sequence(this, List.of(events));
    }

    /** Keeps the first failure, which somebody's {@code catch} might swallow, and throws it. */
    void fail(CheckFailure failure) {
        if (found == null) {
            found = failure;
        }
        throw failure;
    }

    /** The check's method has returned: lets what can go on do so, and throws what was found meanwhile. */
    void end() throws InterruptedException {
        settle();
        if (found != null) {
            throw found;
        }
    }
}
