package rendezvous.stress.lin;

import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.Received;
import rendezvous.chan.Select;
import rendezvous.stress.Sure;

/** What can be done with a channel without waiting, as numbers; {@link ChanModel} says what they must be. */
@Param(name = "value", gen = IntGen.class, conf = "1:5")
public abstract class ChanOperations {
    final Chan<Integer> ch;

    ChanOperations(int capacity) {
        ch = Chan.make(capacity);
    }

    /** Returns 1 if it was sent, 0 if not, -1 if the channel is closed. */
    @Operation
    public int trySend(@Param(name = "value") int value) {
        try {
            return ch.trySend(value) ? 1 : 0;
        } catch (ChannelClosedException e) {
            return -1;
        }
    }

    /** The same by a select with a default. */
    @Operation
    public int selectSend(@Param(name = "value") int value) {
        try {
            return Sure.get(() ->
                    Select.<Integer, RuntimeException>choose(Select.send(ch, value, () -> 1), Select.orElse(() -> 0)));
        } catch (ChannelClosedException e) {
            return -1;
        }
    }

    /** Returns the value, 0 if there is none, -1 if there will be none. */
    @Operation
    public int tryReceive() {
        Optional<Received<Integer>> got = ch.tryReceive();
        return got.isEmpty() ? 0 : got.get().ok() ? got.get().value() : -1;
    }

    /** The same by a select with a default. */
    @Operation
    public int selectReceive() {
        return Sure.get(() -> Select.<Integer, RuntimeException>choose(
                Select.receiveOk(ch, (v, ok) -> ok ? v : -1), Select.orElse(() -> 0)));
    }

    /** Returns how many values are in the buffer. */
    @Operation
    public int len() {
        return ch.len();
    }

    /** Returns 1 if this closed it. */
    @Operation
    public int close() {
        try {
            ch.close();
            return 1;
        } catch (ChannelClosedException e) {
            return 0;
        }
    }

    /** Sends, waiting if need be; only in scenarios in which somebody will receive. */
    public int send(int value) {
        Sure.run(() -> ch.send(value));
        return 1;
    }

    /** Receives, waiting if need be; only in scenarios in which somebody will send. */
    public int receive() {
        return Sure.get(ch::receive);
    }

    /** A channel without a buffer. */
    public static final class Capacity0 extends ChanOperations {
        public Capacity0() {
            super(0);
        }
    }

    /** A channel with room for one. */
    public static final class Capacity1 extends ChanOperations {
        public Capacity1() {
            super(1);
        }
    }

    /** A channel with room for two. */
    public static final class Capacity2 extends ChanOperations {
        public Capacity2() {
            super(2);
        }
    }
}
