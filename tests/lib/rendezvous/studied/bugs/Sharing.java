package rendezvous.studied.bugs;

import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.twice;

import java.text.DecimalFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;

/** Objects of the JDK that are not made for several threads, in the hands of several. */
public final class Sharing {
    private Sharing() {}

    public static void arrayList(boolean right) throws InterruptedException {
        Collection<Integer> list = right ? new CopyOnWriteArrayList<>() : new ArrayList<>();
        twice(() -> list.add(1));
        equal(2, list.size());
    }

    public static void hashMap(boolean right) throws InterruptedException {
        Map<String, Integer> map = right ? new ConcurrentHashMap<>() : new HashMap<>();
        both(() -> map.put("a", 1), () -> map.get("b"));
    }

    public static void hashSet(boolean right) throws InterruptedException {
        Set<String> set = right ? ConcurrentHashMap.newKeySet() : new HashSet<>();
        both(() -> set.add("a"), () -> set.contains("b"));
    }

    public static void treeMap(boolean right) throws InterruptedException {
        Map<String, Integer> map = new TreeMap<>();
        Mutex mutex = new Mutex();
        twice(() -> {
            if (right) {
                mutex.lock();
            }
            map.merge("a", 1, Integer::sum);
            if (right) {
                mutex.unlock();
            }
        });
        equal(2, map.get("a"));
    }

    public static void queueOfWork(boolean right) throws InterruptedException {
        Deque<Integer> plain = new ArrayDeque<>(List.of(1, 2));
        ConcurrentLinkedQueue<Integer> safe = new ConcurrentLinkedQueue<>(plain);
        twice(() -> {
            if (right) {
                safe.poll();
            } else {
                plain.poll();
            }
        });
    }

    public static void priorityQueue(boolean right) throws InterruptedException {
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        twice(() -> {
            if (right) {
                synchronized (queue) {
                    queue.add(1);
                }
            } else {
                queue.add(1);
            }
        });
        equal(2, queue.size());
    }

    public static void stringBuilder(boolean right) throws InterruptedException {
        StringBuilder plain = new StringBuilder();
        StringBuffer safe = new StringBuffer();
        twice(() -> {
            if (right) {
                safe.append("x");
            } else {
                plain.append("x");
            }
        });
        equal(2, right ? safe.length() : plain.length());
    }

    public static void bitSet(boolean right) throws InterruptedException {
        BitSet bits = new BitSet();
        both(() -> set(bits, right, 1), () -> set(bits, right, 2));
        equal(2, bits.cardinality());
    }

    private static void set(BitSet bits, boolean right, int bit) {
        if (right) {
            synchronized (bits) {
                bits.set(bit);
            }
        } else {
            bits.set(bit);
        }
    }

    public static void format(boolean right) throws InterruptedException {
        DecimalFormat shared = new DecimalFormat("0.00");
        twice(() -> (right ? new DecimalFormat("0.00") : shared).format(1.5));
    }

    /** A cache in the order of use is changed by get. */
    public static void cacheInOrderOfUse(boolean right) throws InterruptedException {
        Map<String, Integer> cache = new LinkedHashMap<>(16, 0.75f, true);
        cache.put("a", 1);
        cache.put("b", 2);
        RWMutex mutex = new RWMutex();
        twice(() -> {
            if (right) {
                mutex.lock();
                cache.get("a");
                mutex.unlock();
            } else {
                mutex.rLock();
                cache.get("a");
                mutex.rUnlock();
            }
        });
    }

    /** One goes through the list while another adds to it. */
    public static void changedWhileIterating(boolean right) throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Mutex mutex = new Mutex();
        both(
                () -> {
                    mutex.lock();
                    list.add(3);
                    mutex.unlock();
                },
                () -> {
                    List<Integer> seen;
                    mutex.lock();
                    seen = right ? new ArrayList<>(list) : list;
                    mutex.unlock();
                    int sum = 0;
                    for (int n : seen) {
                        sum += n;
                    }
                    Checks.that(sum >= 3, "the list never has less than at first");
                });
    }

    /** A view that cannot be changed is still a view of what others change. */
    public static void viewOfList(boolean right) throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        List<Integer> seen = right ? List.copyOf(list) : Collections.unmodifiableList(list);
        both(() -> list.add(3), () -> seen.get(0));
    }

    /** One sorts what another reads. */
    public static void sortedWhileRead(boolean right) throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(2, 1));
        List<Integer> mine = right ? new ArrayList<>(list) : list;
        both(() -> Collections.sort(mine), () -> list.get(0));
    }

    /** A reference to a method instead of a lambda. */
    public static void byMethodReference(boolean right) throws InterruptedException {
        StringBuilder text = new StringBuilder("abc");
        List<Integer> list = right ? new CopyOnWriteArrayList<>(List.of(1, 2)) : new ArrayList<>(List.of(1, 2));
        both(list::clear, list::clear);
        equal(0, list.size());
        both((right ? new StringBuilder() : text)::reverse, text::reverse);
    }

    /** One sorts an array in place while another looks at it. */
    public static void sortedArray(boolean right) throws InterruptedException {
        int[] numbers = {3, 1, 2};
        int[] mine = right ? numbers.clone() : numbers;
        both(() -> Arrays.sort(mine), () -> equal(6, numbers[0] + numbers[1] + numbers[2]));
    }

    /** Two copy to parts of an array that overlap. */
    public static void copiedParts(boolean right) throws InterruptedException {
        int[] from = {1, 2, 3};
        int[] to = new int[6];
        both(() -> System.arraycopy(from, 0, to, 0, 3), () -> System.arraycopy(from, 0, to, right ? 3 : 2, 3));
    }
}
