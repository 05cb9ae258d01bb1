package rendezvous.chan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.chan.Choice.Result;
import rendezvous.chan.Choice.ValueOkResult;
import rendezvous.chan.Choice.ValueResult;
import rendezvous.chan.Clause.Action;
import rendezvous.chan.Clause.ValueAction;
import rendezvous.chan.Clause.ValueOkAction;

/**
 * Go's {@code select}: waits until one of several operations on channels can be done, and does that one.
 *
 * <p>It comes in three forms. {@link #select} is a statement; its cases start with {@code on}:
 *
 * {@snippet :
 * Chan<Integer> numbers = Chan.make(1);
 * numbers.send(7);
 * select(
 *         onReceive(numbers, n -> println("got " + n)),   // Output: got 7
 *         after(ofSeconds(60), () -> println("too late")));
 * }
 *
 * {@link #choose} is an expression, whose value the chosen case gives:
 *
 * {@snippet :
 * Chan<Integer> numbers = Chan.make(2);
 * numbers.send(3);
 * numbers.send(4);
 * numbers.close();
 * int sum = 0;
 * while (true) {
 *     int n = choose(
 *             receiveOk(numbers, (value, ok) -> ok ? value : -1),
 *             timeout(ofSeconds(60), () -> -1));
 *     if (n < 0) {
 *         break;
 *     }
 *     sum += n;
 * }
 * println(sum);   // Output: 7
 * }
 *
 * And an object of this class is a select that is made once and used many times, for loops that must be fast, for cases
 * whose number is only known when the program runs, and for code that leaves a loop from within:
 *
 * {@snippet :
 * Chan<String> words = Chan.make(2);
 * words.send("to");
 * words.send("be");
 * words.close();
 * Select s = new Select();
 * ReceiveCase<String> word = s.receive(words);
 * while (s.await() == word.index() && word.ok()) {
 *     println(word.value());
 * }
 * // Output: to
 * // Output: be
 * }
 *
 * <p>All forms follow Go. If several cases are ready, one is chosen at random, each as likely as the others. A default
 * ({@link #otherwise}, {@link #orElse}) is chosen only if none was ready at one and the same moment. A receive from a
 * closed channel is ready; so is a send on one, and throws. {@link Chan#never()} is never ready. A select without cases
 * waits for ever. Exactly one case is done; the others have no effect and leave nothing behind. Channels and values to
 * send are fixed when the cases are made.
 *
 * <p>The code of the chosen case runs after its operation, in the calling thread. It may throw; what was received is
 * then received none the less. {@code select} declares what its cases throw.
 *
 * <p><b>Interruption:</b> a select that must wait, and no default, throws {@link InterruptedException} if its thread is
 * interrupted before a case is done; then none is.
 *
 * <p><b>Memory consistency effects:</b> those of the operation that is done.
 *
 * <p><b>Differs from Go:</b> Java has no zero values, so a one-value receive ({@link #onReceive}, {@link #receive})
 * throws {@link ChannelClosedException} if the channel is closed and drained; {@link #onReceiveOk} does not.
 * {@link #onClosed} waits for the close and takes no value. {@code break} in a case's code is not possible, since it is
 * a lambda: let {@code choose} say whether to go on.
 *
 * <p>The static methods are safe for use by many threads; an object of this class is for one.
 */
public final class Select {
    private final List<SelectCase> handles = new ArrayList<>();
    private final List<Case> operations = new ArrayList<>();
    private Case @Nullable [] array; // of the operations, once they are used

    /** Makes a select without cases. */
    public Select() {}

    /**
     * Waits until a case can be done, does it, and runs its code.
     *
     * @param clauses the cases, 65,536 at most; without any it waits until it is interrupted
     * @param <X> what the cases may throw
     * @throws X what the code of the chosen case throws
     * @throws InterruptedException if the thread is interrupted before a case is done
     * @throws ChannelClosedException if the chosen case is a send on a closed channel, or a one-value receive from a
     *     closed and drained one
     * @throws IllegalArgumentException if there are two defaults, or too many cases
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <X extends Exception> void select(Clause<? extends X>... clauses) throws X, InterruptedException {
        Selection done = Selection.of(clauses);
        clauses[done.index()].run(done.item());
    }

    /**
     * Waits until a case can be done, does it, and returns what its code gives.
     *
     * @param choices the cases, 65,536 at most; without any it waits until it is interrupted
     * @param <R> the type of the value
     * @param <X> what the cases may throw
     * @throws X what the code of the chosen case throws
     * @throws InterruptedException if the thread is interrupted before a case is done
     * @throws ChannelClosedException if the chosen case is a send on a closed channel, or a one-value receive from a
     *     closed and drained one
     * @throws IllegalArgumentException if there are two defaults, or too many cases
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R extends @Nullable Object, X extends Exception> R choose(
            Choice<? extends R, ? extends X>... choices) throws X, InterruptedException {
        Selection done = Selection.of(choices);
        return choices[done.index()].run(done.item());
    }

    // The cases of the statement.

    /** Receives a value: {@code case v := <-ch}. If the channel is closed and drained, the select throws. */
    public static <T, X extends Exception> Clause<X> onReceive(
            ReceiveChan<T> ch, ValueAction<? super T, ? extends X> code) {
        return new Clause<>(new Case(Case.Kind.RECEIVE, ch), code, item -> code.accept(value(ch, item)));
    }

    /** Receives a value, or learns that the channel is closed and drained: {@code case v, ok := <-ch}. */
    public static <T, X extends Exception> Clause<X> onReceiveOk(
            ReceiveChan<T> ch, ValueOkAction<? super T, ? extends X> code) {
        return new Clause<>(
                new Case(Case.Kind.RECEIVE, ch),
                code,
                item -> code.accept(valueOrNull(ch, item), item != ChanState.CLOSED));
    }

    /** Sends the value: {@code case ch <- v}. If the channel is closed, the select throws. */
    public static <T, X extends Exception> Clause<X> onSend(SendChan<? super T> ch, T value, Action<? extends X> code) {
        Case operation = new Case(ch, value);
        return new Clause<>(operation, code, item -> {
            checkSent(operation, item);
            code.run();
        });
    }

    /** Waits until the channel is closed and drained, and takes no value: {@code case <-done}. */
    public static <X extends Exception> Clause<X> onClosed(ReceiveChan<?> ch, Action<? extends X> code) {
        return new Clause<>(new Case(Case.Kind.CLOSE, ch), code, item -> code.run());
    }

    /** Is ready when the time has passed: {@code case <-time.After(d)}. Needs no timer; leaves nothing behind. */
    public static <X extends Exception> Clause<X> after(Duration time, Action<? extends X> code) {
        return new Clause<>(new Case(time), code, item -> code.run());
    }

    /** Is chosen if no other is ready: {@code default}. */
    public static <X extends Exception> Clause<X> otherwise(Action<? extends X> code) {
        return new Clause<>(new Case(), code, item -> code.run());
    }

    // The cases of the expression.

    /** Receives a value: {@code case v := <-ch}. If the channel is closed and drained, the choice throws. */
    public static <T, R extends @Nullable Object, X extends Exception> Choice<R, X> receive(
            ReceiveChan<T> ch, ValueResult<? super T, ? extends R, ? extends X> code) {
        return new Choice<>(new Case(Case.Kind.RECEIVE, ch), code, item -> code.apply(value(ch, item)));
    }

    /** Receives a value, or learns that the channel is closed and drained: {@code case v, ok := <-ch}. */
    public static <T, R extends @Nullable Object, X extends Exception> Choice<R, X> receiveOk(
            ReceiveChan<T> ch, ValueOkResult<? super T, ? extends R, ? extends X> code) {
        return new Choice<>(
                new Case(Case.Kind.RECEIVE, ch),
                code,
                item -> code.apply(valueOrNull(ch, item), item != ChanState.CLOSED));
    }

    /** Sends the value: {@code case ch <- v}. If the channel is closed, the choice throws. */
    public static <T, R extends @Nullable Object, X extends Exception> Choice<R, X> send(
            SendChan<? super T> ch, T value, Result<? extends R, ? extends X> code) {
        Case operation = new Case(ch, value);
        return new Choice<>(operation, code, item -> {
            checkSent(operation, item);
            return code.get();
        });
    }

    /** Waits until the channel is closed and drained, and takes no value: {@code case <-done}. */
    public static <R extends @Nullable Object, X extends Exception> Choice<R, X> closed(
            ReceiveChan<?> ch, Result<? extends R, ? extends X> code) {
        return new Choice<>(new Case(Case.Kind.CLOSE, ch), code, item -> code.get());
    }

    /** Is ready when the time has passed: {@code case <-time.After(d)}. Needs no timer; leaves nothing behind. */
    public static <R extends @Nullable Object, X extends Exception> Choice<R, X> timeout(
            Duration time, Result<? extends R, ? extends X> code) {
        return new Choice<>(new Case(time), code, item -> code.get());
    }

    /** Is chosen if no other is ready: {@code default}. */
    public static <R extends @Nullable Object, X extends Exception> Choice<R, X> orElse(
            Result<? extends R, ? extends X> code) {
        return new Choice<>(new Case(), code, item -> code.get());
    }

    // The reusable form.

    /** Adds a receive. */
    public <T> ReceiveCase<T> receive(ReceiveChan<T> ch) {
        return new ReceiveCase<>(this, handles.size(), ch);
    }

    /** Adds a send of the value, which the case's {@code value} method changes. */
    public <T> SendCase<T> send(SendChan<? super T> ch, T value) {
        return new SendCase<>(this, handles.size(), ch, value);
    }

    /** Adds a wait for the channel to be closed and drained; takes no value. */
    public SelectCase closed(ReceiveChan<?> ch) {
        return new SelectCase(this, handles.size(), new Case(Case.Kind.CLOSE, ch));
    }

    /** Adds a time to wait, counted anew in each {@link #await()}. */
    public SelectCase timeout(Duration time) {
        return new SelectCase(this, handles.size(), new Case(time));
    }

    /**
     * Waits until a case can be done and does it.
     *
     * @return the index of the case that was done
     * @throws InterruptedException if the thread is interrupted before a case is done
     * @throws ChannelClosedException if the chosen case is a send on a closed channel
     */
    public int await() throws InterruptedException {
        return note(Selection.of(cases()));
    }

    /**
     * Does a case that can be done now, without waiting: a select with a default.
     *
     * @return the index of the case that was done; -1 if none was ready
     * @throws ChannelClosedException if the chosen case is a send on a closed channel
     */
    public int tryAwait() {
        Selection done = Selection.tryOf(cases());
        return done == null ? -1 : note(done);
    }

    private int note(Selection done) {
        Case operation = operations.get(done.index());
        if (operation.kind == Case.Kind.SEND) {
            checkSent(operation, done.item());
        }
        handles.get(done.index()).chosen(done.item());
        return done.index();
    }

    private Case[] cases() {
        Case[] all = array;
        if (all == null) {
            all = operations.toArray(Case[]::new);
            array = all;
        }
        return all;
    }

    void put(int index, SelectCase handle, Case operation) {
        if (index < handles.size()) {
            operations.set(index, operation);
            if (array != null) {
                array[index] = operation; // a loop that sends another value each time must not copy all
            }
            return;
        }
        if (index == Selection.MAX_CASES) {
            throw new IllegalArgumentException("select: got one case more, want at most " + Selection.MAX_CASES);
        }
        handles.add(handle);
        operations.add(operation);
        array = null;
    }

    Case operation(int index) {
        return operations.get(index);
    }

    private static <T> T value(ReceiveChan<T> ch, Object item) {
        if (item == ChanState.CLOSED) {
            throw ((Chan<?>) ch).closedForReceive();
        }
        return cast(ch, item);
    }

    private static <T> @Nullable T valueOrNull(ReceiveChan<T> ch, Object item) {
        return item == ChanState.CLOSED ? null : cast(ch, item);
    }

    private static void checkSent(Case operation, @Nullable Object item) {
        if (item == ChanState.CLOSED) {
            throw operation.chan.closedForSend();
        }
    }

    @SuppressWarnings({"unchecked", "unused"}) // only a T is ever sent on the channel, which says what T is
    private static <T> T cast(ReceiveChan<T> ch, Object item) {
        return (T) item;
    }

    /** Names its cases, for people. */
    @Override
    public String toString() {
        return "select of " + handles.size() + (handles.size() == 1 ? " case" : " cases");
    }
}
