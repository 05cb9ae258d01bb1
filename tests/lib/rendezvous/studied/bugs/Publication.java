package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.that;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;

/** Objects that others see before they are ready, or without anything that says that they are. */
@SuppressWarnings("unused")
public final class Publication {
    private static final class Box {
        int value;

        Box(int value) {
            this.value = value;
        }
    }

    private static final class Frozen {
        final int value;

        Frozen(int value) {
            this.value = value;
        }
    }

    private Box plain;
    private volatile Box visible;
    private int data;
    private boolean ready;
    private volatile boolean visiblyReady;
    private volatile int[] cells = new int[2];
    private volatile List<Integer> list = new ArrayList<>();
    private Box once;

    private Publication() {}

    public static void plainReference(boolean right) throws InterruptedException {
        Publication it = new Publication();
        both(
                () -> {
                    if (right) {
                        it.visible = new Box(42);
                    } else {
                        it.plain = new Box(42);
                    }
                },
                () -> {
                    Box seen = right ? it.visible : it.plain;
                    equal(42, seen == null ? 42 : seen.value);
                });
    }

    /** What is written after the reference went out is not published with it. */
    public static void changedAfterwards(boolean right) throws InterruptedException {
        Publication it = new Publication();
        both(
                () -> {
                    Box box = new Box(1);
                    if (right) {
                        box.value = 42;
                    }
                    it.visible = box;
                    if (!right) {
                        box.value = 42;
                    }
                },
                () -> {
                    Box seen = it.visible;
                    int value = seen == null ? 0 : seen.value;
                });
    }

    public static void plainFlag(boolean right) throws InterruptedException {
        Publication it = new Publication();
        both(
                () -> {
                    it.data = 42;
                    if (right) {
                        it.visiblyReady = true;
                    } else {
                        it.ready = true;
                    }
                },
                () -> {
                    if (right ? it.visiblyReady : it.ready) {
                        equal(42, it.data);
                    }
                });
    }

    /** The flag is volatile, and it goes up too early. */
    public static void flagBeforeData(boolean right) throws InterruptedException {
        Publication it = new Publication();
        both(
                () -> {
                    if (right) {
                        it.data = 42;
                    }
                    it.visiblyReady = true;
                    if (!right) {
                        it.data = 42;
                    }
                },
                () -> {
                    if (it.visiblyReady) {
                        int seen = it.data;
                    }
                });
    }

    private static final class Service {
        private Goroutine worker;
        private int speed;

        Service(boolean right) {
            if (!right) {
                worker = go("worker", this::work);
            }
            speed = 3;
        }

        void start() {
            worker = go("worker", this::work);
        }

        private void work() {
            int seen = speed;
        }
    }

    /** A constructor that lets {@code this} out before it is done. */
    public static void escapingThis(boolean right) throws InterruptedException {
        Service service = new Service(right);
        if (right) {
            service.start();
        }
        service.worker.await();
    }

    /** The reference to an array is volatile; what is in it is not. */
    public static void volatileArray(boolean right) throws InterruptedException {
        Publication it = new Publication();
        AtomicIntegerArray cells = new AtomicIntegerArray(2);
        both(
                () -> {
                    if (right) {
                        cells.set(1, 42);
                    } else {
                        it.cells[1] = 42;
                    }
                },
                () -> {
                    int seen = right ? cells.get(1) : it.cells[1];
                });
    }

    /** The reference to a list is volatile; what is in it is not. */
    public static void volatileList(boolean right) throws InterruptedException {
        Publication it = new Publication();
        both(
                () -> {
                    if (right) {
                        List<Integer> copy = new ArrayList<>(it.list);
                        copy.add(1);
                        it.list = copy;
                    } else {
                        it.list.add(1);
                    }
                },
                () -> it.list.size());
    }

    /** The same with an AtomicReference. */
    public static void atomicReferenceToList(boolean right) throws InterruptedException {
        AtomicReference<List<Integer>> list = new AtomicReference<>(new ArrayList<>());
        twice(() -> {
            if (right) {
                list.updateAndGet(now -> {
                    List<Integer> copy = new ArrayList<>(now);
                    copy.add(1);
                    return copy;
                });
            } else {
                list.get().add(1);
            }
        });
        equal(2, list.get().size());
    }

    /** Given away, and used on. */
    public static void keptAfterSending(boolean right) throws InterruptedException {
        Chan<List<Integer>> lists = Chan.make(1);
        both(
                () -> {
                    List<Integer> mine = new ArrayList<>();
                    mine.add(1);
                    lists.send(right ? List.copyOf(mine) : mine);
                    mine.add(2);
                },
                () -> lists.receive().get(0));
    }

    /** A buffered channel tells its sender nothing of the receiver. */
    public static void bufferedTheWrongWay(boolean right) throws InterruptedException {
        Publication it = new Publication();
        Chan<Signal> done = Chan.make(right ? 0 : 1);
        go("worker", () -> {
            it.data = 42;
            done.receive();
        });
        done.send(Signal.SIGNAL);
        int seen = it.data;
    }

    /** Two come to an empty field, and neither waits for the other. */
    public static void lazyWithoutLock(boolean right) throws InterruptedException {
        Publication it = new Publication();
        Supplier<Box> supplier = Once.value(() -> new Box(42));
        twice(() -> {
            if (right) {
                equal(42, supplier.get().value);
                return;
            }
            if (it.plain == null) {
                it.plain = new Box(42);
            }
            equal(42, it.plain.value);
        });
    }

    /** The second look is under the lock, and the first reads a plain field. */
    public static void doubleChecked(boolean right) throws InterruptedException {
        Publication it = new Publication();
        twice(() -> {
            Box seen = right ? it.visible : it.plain;
            if (seen == null) {
                synchronized (it) {
                    seen = right ? it.visible : it.plain;
                    if (seen == null) {
                        seen = new Box(42);
                        it.visible = right ? seen : null;
                        if (!right) {
                            it.plain = seen;
                        }
                    }
                }
            }
            equal(42, seen.value);
        });
    }

    /** Two fields that belong together: the flag is checked without the lock that guards the other. */
    public static void onceByHand(boolean right) throws InterruptedException {
        Publication it = new Publication();
        Mutex mutex = new Mutex();
        twice(() -> {
            if (right || !it.ready) {
                mutex.lock();
                if (!it.ready) {
                    it.once = new Box(42);
                    it.ready = true;
                }
                mutex.unlock();
            }
            equal(42, it.once.value);
        });
    }

    /** A reference in a plain field is a race even if all in the object is final. */
    public static void finalInsidePlainOutside(boolean right) throws InterruptedException {
        AtomicReference<Frozen> safe = new AtomicReference<>();
        Frozen[] unsafe = new Frozen[1];
        both(
                () -> {
                    if (right) {
                        safe.set(new Frozen(42));
                    } else {
                        unsafe[0] = new Frozen(42);
                    }
                },
                () -> {
                    Frozen seen = right ? safe.get() : unsafe[0];
                    that(seen == null || seen.value == 42, "final fields are there from the start");
                });
    }
}
