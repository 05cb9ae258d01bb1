package rendezvous.lab;

import static rendezvous.lab.Failure.Kind.DEADLOCK;
import static rendezvous.lab.Failure.Kind.LEAK;
import static rendezvous.lab.Failure.Kind.PANIC;
import static rendezvous.lab.Failure.Kind.RACE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.studied.bugs.Atomicity;
import rendezvous.studied.bugs.Channels;
import rendezvous.studied.bugs.Groups;
import rendezvous.studied.bugs.Locking;
import rendezvous.studied.bugs.Publication;
import rendezvous.studied.bugs.Sharing;
import rendezvous.studied.bugs.Signals;
import rendezvous.studied.bugs.Updates;

/**
 * What is to be found in which of the classic mistakes. Each has a twin that does it right, in which nothing is to be
 * found.
 *
 * @param name the mistake
 * @param code the program; done right if it is passed true
 * @param kinds how it fails: one of these
 * @param on what races, one of these; empty if it fails in other ways
 */
record Programs(String name, Code code, Set<Kind> kinds, List<String> on) {
    /** A program and its twin. */
    interface Code {
        void run(boolean right) throws Exception;
    }

    Body wrong() {
        return () -> code.run(false);
    }

    Body right() {
        return () -> code.run(true);
    }

    private static Programs race(String name, Code code, String... on) {
        return new Programs(name, code, Set.of(RACE), List.of(on));
    }

    private static Programs fails(String name, Kind kind, Code code) {
        return new Programs(name, code, Set.of(kind), List.of());
    }

    static Stream<Programs> all() {
        return Stream.of(updates(), atomicity(), publication(), sharing(), locking(), signals(), channels(), groups())
                .flatMap(part -> part);
    }

    private static Stream<Programs> updates() {
        return Stream.of(
                race("lost update", Updates::plainCount, "`Updates.count`"),
                fails("volatile compound action", PANIC, Updates::volatileCount),
                fails("atomic get, then set", PANIC, Updates::atomicInTwoSteps),
                race("static total", Updates::staticTotal, "`Updates.total`"),
                race("overlapping parts of an array", Updates::overlappingParts, "element 2 of an array of int"),
                race("read without the lock", Updates::unlockedRead, "`Updates.count`"),
                race("two locks for one field", Updates::twoLocks, "`Updates.count`"),
                race("replaced lock", Updates::replacedLock, "`Updates.count`", "`Updates.lock`"),
                race("monitors of object and class", Updates::twoMonitors, "`Updates.shared`"),
                race("write under a read lock", Updates::writeUnderReadLock, "`Updates.count`"),
                race("captured loop variable", Updates::loopVariable, "element 0 of an array of int"),
                race("shared error variable", Updates::sharedError, "`Updates.error`"),
                race("sleep instead of waiting", Updates::sleepInsteadOfWaiting, "`Updates.count`"));
    }

    private static Stream<Programs> atomicity() {
        return Stream.of(
                fails("check, then act", PANIC, Atomicity::overdrawn),
                fails("lock to check, lock to act", PANIC, Atomicity::lockedInTwoSteps),
                fails("containsKey, then put", PANIC, Atomicity::madeTwice),
                fails("get, then put", PANIC, Atomicity::getThenPut),
                fails("len, then receive", DEADLOCK, Atomicity::lookThenReceive),
                fails("isClosed, then close", PANIC, Atomicity::lookThenClose),
                fails("size, then get", PANIC, Atomicity::sizeThenGet),
                fails("atomicity across two locks", PANIC, Atomicity::transferSeenHalf),
                fails("stale cache", PANIC, Atomicity::staleCache),
                fails("ABA", PANIC, Atomicity::topIsBack),
                fails("iterator over a synchronized list", PANIC, Atomicity::iteratorOverSynchronizedList),
                fails("answer of another's request", PANIC, Atomicity::answerOfAnother));
    }

    private static Stream<Programs> publication() {
        return Stream.of(
                race("unsafe publication", Publication::plainReference, "`Publication.plain`"),
                race("changed after publication", Publication::changedAfterwards, "`Box.value`"),
                race("publication by a plain flag", Publication::plainFlag, "`Publication.ready`"),
                race("flag before data", Publication::flagBeforeData, "`Publication.data`"),
                race("this escapes from the constructor", Publication::escapingThis, "`Service.speed`"),
                race("volatile array, plain elements", Publication::volatileArray, "element 1 of an array of int"),
                race("volatile list", Publication::volatileList, "an ArrayList"),
                race("AtomicReference to a list", Publication::atomicReferenceToList, "an ArrayList"),
                race("kept after sending", Publication::keptAfterSending, "an ArrayList"),
                race("buffered channel the wrong way", Publication::bufferedTheWrongWay, "`Publication.data`"),
                race("lazy initialisation", Publication::lazyWithoutLock, "`Publication.plain`"),
                race("double-checked locking", Publication::doubleChecked, "`Publication.plain`"),
                race("once by hand", Publication::onceByHand, "`Publication.ready`"),
                race(
                        "final fields, plain reference",
                        Publication::finalInsidePlainOutside,
                        "element 0 of an array of Frozen"));
    }

    private static Stream<Programs> sharing() {
        return Stream.of(
                race("shared ArrayList", Sharing::arrayList, "an ArrayList"),
                race("shared HashMap", Sharing::hashMap, "a HashMap"),
                race("shared HashSet", Sharing::hashSet, "a HashSet"),
                race("shared TreeMap", Sharing::treeMap, "a TreeMap"),
                race("ArrayDeque as a queue of work", Sharing::queueOfWork, "an ArrayDeque"),
                race("shared PriorityQueue", Sharing::priorityQueue, "a PriorityQueue"),
                race("shared StringBuilder", Sharing::stringBuilder, "a StringBuilder"),
                race("shared BitSet", Sharing::bitSet, "a BitSet"),
                race("shared DecimalFormat", Sharing::format, "a DecimalFormat"),
                race("cache in the order of use", Sharing::cacheInOrderOfUse, "a LinkedHashMap"),
                race("iterator while changing", Sharing::changedWhileIterating, "an ArrayList"),
                race("unmodifiable view", Sharing::viewOfList, "an ArrayList"),
                race("sorted while read", Sharing::sortedWhileRead, "an ArrayList"),
                race("by method reference", Sharing::byMethodReference, "an ArrayList"),
                race(
                        "array sorted while read",
                        Sharing::sortedArray,
                        "element 0 of an array of int",
                        "element 1 of an array of int",
                        "element 2 of an array of int"),
                race("array copied over another's part", Sharing::copiedParts, "element 2 of an array of int"));
    }

    private static Stream<Programs> locking() {
        return Stream.of(
                fails("ABBA of mutexes", DEADLOCK, Locking::oppositeOrders),
                fails("ABBA of monitors", DEADLOCK, Locking::oppositeMonitors),
                fails("ABBA of ReentrantLocks", DEADLOCK, Locking::oppositeReentrantLocks),
                fails("dining philosophers", DEADLOCK, Locking::philosophers),
                fails("RWMutex upgrade", DEADLOCK, Locking::upgrade),
                fails("read lock taken twice", DEADLOCK, Locking::readTwice),
                fails("lock held already", DEADLOCK, Locking::lockedAlready),
                fails("lock not released on exception", DEADLOCK, Locking::keptOnException),
                fails("lock not released on return", DEADLOCK, Locking::keptOnReturn),
                fails("unlocked twice", PANIC, Locking::unlockedTwice),
                fails("send under the receiver's lock", DEADLOCK, Locking::sendUnderLock),
                fails("listener called under the lock", DEADLOCK, Locking::listenerUnderLock),
                fails("nested monitors", DEADLOCK, Locking::nestedMonitors),
                fails("permits taken one by one", DEADLOCK, Locking::permitsOneByOne),
                fails("permit lost on exception", DEADLOCK, Locking::permitLost));
    }

    private static Stream<Programs> signals() {
        return Stream.of(
                fails("lost wake-up", DEADLOCK, Signals::lostWakeUp),
                fails("missed signal", DEADLOCK, Signals::missedSignal),
                fails("missed notify", DEADLOCK, Signals::missedNotify),
                fails("looks before it locks", DEADLOCK, Signals::looksTooEarly),
                fails("wait without loop", PANIC, Signals::wokenWithoutLook),
                fails("await without loop", PANIC, Signals::signalledWithoutLook),
                fails("notify instead of notifyAll", DEADLOCK, Signals::notifyOne),
                fails("signal instead of broadcast", DEADLOCK, Signals::signalOne),
                fails("latch too large", DEADLOCK, Signals::latchTooLarge),
                fails("changed without the lock", DEADLOCK, Signals::changedWithoutLock),
                race("used after the unlock", Signals::usedAfterUnlock, "an ArrayDeque"));
    }

    private static Stream<Programs> channels() {
        return Stream.of(
                fails("forgotten close", DEADLOCK, Channels::forgottenClose),
                fails("leaking first response", LEAK, Channels::firstResponse),
                fails("nil channel", DEADLOCK, Channels::nilChannel),
                fails("double close", PANIC, Channels::doubleClose),
                fails("send on closed", PANIC, Channels::sendOnClosed),
                fails("merged, and closed early", PANIC, Channels::mergedAndClosedEarly),
                fails("dropped by default", DEADLOCK, Channels::droppedByDefault),
                fails("answer after the timeout", LEAK, Channels::answerAfterTimeout),
                fails("value lost between selects", PANIC, Channels::lostBetweenSelects),
                fails("select prefers nothing", PANIC, Channels::quitIsNotFirst),
                fails("select starvation", PANIC, Channels::starvedCase),
                fails("wait before receive", DEADLOCK, Channels::waitBeforeReceive),
                fails("abandoned generator", LEAK, Channels::abandonedGenerator),
                fails("ticker for ever", LEAK, Channels::tickerForEver),
                fails("send to oneself", DEADLOCK, Channels::sendToOneself),
                fails("both send first", DEADLOCK, Channels::bothSendFirst),
                fails("receive after close", PANIC, Channels::receiveAfterClose));
    }

    private static Stream<Programs> groups() {
        return Stream.of(
                race("add inside the goroutine", Groups::addInside, "`Groups.done`"),
                fails("negative WaitGroup", PANIC, Groups::negative),
                fails("forgotten done", DEADLOCK, Groups::forgottenDone),
                race("read before the wait", Groups::readBeforeWait, "`Groups.done`"),
                race("done too early", Groups::doneTooEarly, "`Groups.done`"),
                fails("one Once for two actions", PANIC, Groups::onceForTwo),
                fails("Once that failed", PANIC, Groups::onceThatFailed),
                fails("Once in itself", PANIC, Groups::onceInItself),
                fails("Onces in a ring", DEADLOCK, Groups::onceInARing),
                fails("context never cancelled", LEAK, Groups::neverCancelled),
                fails("background instead of the context", LEAK, Groups::wrongContext),
                fails("deaf to the context", LEAK, Groups::deafToCancel),
                race("written after the cancel", Groups::writtenAfterCancel, "`Groups.done`"),
                fails("pool without end", LEAK, Groups::poolWithoutEnd),
                fails("pool that waits for itself", DEADLOCK, Groups::poolThatWaitsForItself),
                fails("worker lost", DEADLOCK, Groups::workerLost),
                fails("computed twice", PANIC, Groups::computedTwice));
    }

    @Override
    public String toString() {
        return name;
    }
}
