package rendezvous.stress.lin;

import java.util.ArrayDeque;

/** What a channel does if one uses it at a time: a queue with a bound. */
public abstract class ChanModel {
    private static final int WOULD_WAIT = -99; // no operation returns it: not in this order

    private final ArrayDeque<Integer> buffer = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    ChanModel(int capacity) {
        this.capacity = capacity;
    }

    public int trySend(int value) {
        if (closed) {
            return -1;
        }
        if (buffer.size() == capacity) {
            return 0;
        }
        buffer.add(value);
        return 1;
    }

    public int selectSend(int value) {
        return trySend(value);
    }

    public int tryReceive() {
        return buffer.isEmpty() ? closed ? -1 : 0 : buffer.remove();
    }

    public int selectReceive() {
        return tryReceive();
    }

    public int len() {
        return buffer.size();
    }

    public int close() {
        int first = closed ? 0 : 1;
        closed = true;
        return first;
    }

    public int send(int value) {
        return trySend(value) == 1 ? 1 : WOULD_WAIT;
    }

    public int receive() {
        return buffer.isEmpty() ? WOULD_WAIT : buffer.remove();
    }

    /** Without a buffer. */
    public static final class Capacity0 extends ChanModel {
        public Capacity0() {
            super(0);
        }
    }

    /** With room for one. */
    public static final class Capacity1 extends ChanModel {
        public Capacity1() {
            super(1);
        }
    }

    /** With room for two. */
    public static final class Capacity2 extends ChanModel {
        public Capacity2() {
            super(2);
        }
    }
}
