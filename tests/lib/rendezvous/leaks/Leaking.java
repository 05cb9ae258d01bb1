package rendezvous.leaks;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.GoroutineState;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;

/** A program for the leak profile: some of its goroutines wait on what nobody can reach, others do not. */
final class Leaking {
    private static final Chan<Integer> GLOBAL = Chan.named("global");
    private static CancelContext kept;

    private Leaking() {}

    public static void main(String[] args) throws Exception {
        firstResponse();
        forgottenLock();
        forgottenGroup();
        chain();
        chooses();
        forgottenSignal();
        go("leaks: never", () -> Chan.never().receive());
        notLeaks();
        while (Go.goroutines().stream()
                .anyMatch(state -> state.reason() == null
                        && !state.name().equals("main")
                        && state.doing() != GoroutineState.Doing.SLEEPS)) {
            Go.sleep(Duration.ofMillis(1)); // until each has come to its wait
        }
    }

    private static void firstResponse() throws InterruptedException {
        Chan<Integer> answers = Chan.named("answers");
        go("leaks: answer", () -> answers.send(1));
        go("leaks: answer", () -> answers.send(1));
        answers.receive();
    }

    private static void forgottenLock() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        go("leaks: lock", mutex::lock);
    }

    private static void forgottenGroup() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        go("leaks: group", group::await);
    }

    /** Who waits for one that leaks, leaks too. */
    private static void chain() {
        Chan<Signal> never = Chan.make();
        Goroutine first = go("leaks: first", never::await);
        go("leaks: second", first::await);
    }

    private static void chooses() {
        Chan<Integer> one = Chan.make();
        Chan<Integer> two = Chan.make();
        go("leaks: select", () -> select(onReceive(one, _ -> {}), onReceive(two, _ -> {})));
    }

    private static void forgottenSignal() {
        Mutex mutex = new Mutex();
        Cond cond = new Cond(mutex);
        go("leaks: signal", () -> {
            mutex.lock();
            cond.await();
        });
    }

    private static void notLeaks() {
        go("waits for a global", () -> GLOBAL.receive());
        kept = Context.withCancel(Context.background());
        go("waits for a context", () -> kept.done().await());
        Chan<Integer> late = Chan.make();
        go("sleeps and sends", () -> {
            Go.sleep(Duration.ofHours(1));
            late.send(1);
        });
        go("waits for the sleeper", () -> late.receive());
        go("waits for a timer", () -> Go.after(Duration.ofHours(1)).receive());
        go("ends", () -> {});
    }
}
