package rendezvous.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Body;

/**
 * A run taken step by step by hand: between two steps it shows who can go on and who waits for what.
 *
 * <p>Nothing is kept running between two steps. Each one runs the block anew, up to the step after, so a step can also be
 * taken {@linkplain #back() back}. The block must do the same each time, given the same choices.
 *
 * <p>For one thread.
 *
 * {@snippet :
 * Stepper stepper = Lab.stepper(() -> {
 *     Chan<Integer> ch = Chan.named("ch");
 *     go("sender", () -> ch.send(7));
 *     ch.receive();
 * });
 * stepper.step().step("sender");
 * println(stepper);
 * // Output: After 2 steps:
 * // Output:   main can go on
 * // Output: > sender comes to a step: sends on `ch`
 * println(stepper.back().schedule());   // Output: 1
 * }
 *
 * <p><b>Memory consistency effects:</b> all that the run did up to a step happens before the return of the method that
 * took it.
 */
public final class Stepper {
    private final Body body;
    private final List<int[]> before = new ArrayList<>();
    private int[] tokens = new int[0];
    private LabWorld world;
    private @Nullable Failure failure;

    Stepper(Body body) throws InterruptedException {
        this.body = body;
        this.world = runTo(tokens);
    }

    private LabWorld runTo(int[] choices) throws InterruptedException {
        Trials trials = new Trials(body, Limits.ONE_RUN);
        failure = null;
        LabWorld reached = Job.of(trials, () -> trials.run(new Replay(choices, true), true), stalled -> {
            failure = stalled;
            return Objects.requireNonNull(trials.now());
        });
        failure = failure == null ? reached.scheduler().failure() : failure;
        return reached;
    }

    /**
     * Lets the one that ran last go on to its next step, and waits for that; if it cannot, another one.
     *
     * @return this
     * @throws InterruptedException if the calling thread is interrupted; the step is not taken
     * @throws IllegalStateException if the run is over
     */
    public Stepper step() throws InterruptedException {
        List<Strand> ready = ready();
        int last = tokens.length == 0 ? -1 : tokens[tokens.length - 1];
        Strand same = ready.stream()
                .filter(strand -> strand.token == last)
                .findFirst()
                .orElse(ready.getFirst());
        return take(same);
    }

    /**
     * Lets a goroutine go on to its next step, and waits for that.
     *
     * @param who its name, or its number as the schedule has it
     * @return this
     * @throws InterruptedException if the calling thread is interrupted; the step is not taken
     * @throws IllegalStateException if the run is over
     * @throws IllegalArgumentException if nobody of that name can go on, or several can
     */
    public Stepper step(String who) throws InterruptedException {
        List<Strand> ready = ready();
        List<Strand> meant = ready.stream()
                .filter(strand ->
                        strand.name().equals(who) || Token.text(strand.token).equals(who))
                .toList();
        if (meant.size() != 1) {
            String names = ready.stream()
                    .map(strand -> strand.name() + " (" + Token.text(strand.token) + ")")
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("got \"" + who + "\", which is the name of "
                    + (meant.isEmpty() ? "nobody who can go on" : meant.size() + " who can go on; take a number")
                    + ": these can: " + names);
        }
        return take(meant.getFirst());
    }

    private List<Strand> ready() {
        if (isOver()) {
            throw new IllegalStateException("the run is over: " + end());
        }
        Scheduler scheduler = world.scheduler();
        List<Strand> ready = new ArrayList<>();
        for (int i = 0; i < scheduler.readyCount(); i++) {
            ready.add(scheduler.ready(i));
        }
        return ready;
    }

    private Stepper take(Strand strand) throws InterruptedException {
        int[] next = Arrays.copyOf(tokens, tokens.length + 1);
        next[tokens.length] = strand.token;
        LabWorld reached = runTo(next);
        before.add(tokens);
        world = reached;
        tokens = reached.scheduler().choices.toArray();
        return this;
    }

    /**
     * Takes the last step back, and waits for that; does nothing at the beginning.
     *
     * @return this
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Stepper back() throws InterruptedException {
        if (!before.isEmpty()) {
            tokens = before.removeLast();
            world = runTo(tokens);
        }
        return this;
    }

    /**
     * Lets the run go on to its end, each goroutine as long as it can, waits for that, and returns it; this stays where it
     * is.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     */
    public Run finish() throws InterruptedException {
        return Lab.replay(schedule(), body);
    }

    /** Returns the steps taken so far. */
    public Schedule schedule() {
        return Schedule.of(tokens);
    }

    /** Returns whether no step can be taken any more. */
    public boolean isOver() {
        return failure != null || world.scheduler().readyCount() == 0;
    }

    /** Returns what went wrong; empty if nothing has. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns what was printed so far. */
    public String output() {
        return world.output();
    }

    /** Returns who can go on: names, by the numbers that {@link #step(String)} takes. Empty if the run is over. */
    public SequencedMap<String, String> turns() {
        SequencedMap<String, String> turns = new LinkedHashMap<>();
        for (Strand strand : isOver() ? List.<Strand>of() : ready()) {
            turns.put(Token.text(strand.token), strand.name());
        }
        return turns;
    }

    /** Returns what each goroutine that lives does, a line for each: "cook waits to receive on `orders`". */
    public List<String> states() {
        return world.scheduler().threads.living().stream().map(Stepper::state).toList();
    }

    private static String state(Strand strand) {
        String kind = strand.step == null ? null : Labels.kind(strand.subject);
        return Describe.state(strand) + (kind == null ? "" : " a " + kind);
    }

    private String end() {
        return failure == null ? "all goroutines have ended" : failure.message();
    }

    /** Returns how far the run is, what was printed, who can go on with what, and who waits for what. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("After ").append(Search.many(tokens.length, "step"));
        if (world.nanoTime() > 0) {
            text.append(", ").append(Traces.seconds(world.nanoTime()));
        }
        text.append(':');
        if (isOver()) {
            return text.append(' ').append(end()).append(printed()).toString();
        }
        int last = tokens.length == 0 ? -1 : tokens[tokens.length - 1];
        for (Strand strand : world.scheduler().threads.living()) {
            text.append(strand.token == last ? "\n> " : "\n  ").append(Describe.state(strand));
        }
        for (Strand strand : ready()) {
            if (strand.alarm != null) {
                text.append("\n  ").append(strand.name()).append(" is due");
            }
        }
        return text.append(printed()).toString();
    }

    private String printed() {
        return output().isEmpty() ? "" : "\nprinted:\n" + output().stripTrailing();
    }
}
