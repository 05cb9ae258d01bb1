package rendezvous.testing;

import rendezvous.chan.Go;

/** The two kinds of threads on which everything must hold. */
public enum Threads {
    /** Goroutines. */
    VIRTUAL {
        @Override
        void start(Runnable code) {
            Go.go(code::run);
        }
    },
    /** Threads of the operating system, which are no goroutines. */
    PLATFORM {
        @Override
        void start(Runnable code) {
            Thread.ofPlatform().daemon().start(code);
        }
    };

    abstract void start(Runnable code);
}
