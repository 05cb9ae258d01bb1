package rendezvous.studied;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Small pieces of which it is known what they do to memory. */
@SuppressWarnings({"unused", "WaitNotInLoop", "NakedNotify", "JdkObsolete"})
public final class Talkative {
    private static int count;
    private static volatile boolean ready;
    private static final Object LOCK = new Object();
    private static final int[] CELLS = new int[3];
    private static final List<Integer> LIST = new ArrayList<>();
    private static final Map<String, Integer> MAP = new HashMap<>();
    private static final StringBuilder TEXT = new StringBuilder();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Vector<Integer> VECTOR = new Vector<>();

    private Talkative() {}

    public static void increments() {
        count++;
        CELLS[2]++;
    }

    public static void publishes() {
        if (!ready) {
            ready = true;
        }
    }

    public static void waits() {
        synchronized (LOCK) {
            LOCK.notify();
            LOCK.notifyAll();
            try {
                LOCK.wait();
                LOCK.wait(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static synchronized void locked() {}

    public static void dawdles() {
        for (int i = 0; i < 2; i++) {
            Math.max(i, 1);
        }
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void collects() {
        LIST.add(1);
        LIST.size();
        MAP.put("a", 1);
        MAP.get("a");
        TEXT.append("x");
        new ArrayList<>(LIST);
        Collections.sort(LIST);
        NUMBER.incrementAndGet();
        VECTOR.add(1);
    }

    public static void refers() {
        Runnable bound = LIST::size;
        bound.run();
        Function<List<Integer>, List<Integer>> copy = ArrayList::new;
        copy.apply(LIST);
        ToIntFunction<List<Integer>> size = List::size;
        size.applyAsInt(LIST);
        Runnable notifies = LOCK::notifyAll;
        synchronized (LOCK) {
            notifies.run();
        }
    }

    public static void copies() {
        System.arraycopy(CELLS, 0, CELLS, 1, 2);
        Arrays.fill(CELLS, 1, 3, 7);
        Arrays.copyOf(CELLS, 2);
        CELLS.clone();
    }

    private long wide;
    private double ratio;
    private String text;

    public static void fields() {
        Talkative it = new Talkative();
        it.wide = 7L;
        it.ratio = 0.5;
        it.text = "x";
        if (it.wide != 7L || it.ratio != 0.5 || !it.text.equals("x")) {
            throw new AssertionError("what was written is not there");
        }
    }
}
