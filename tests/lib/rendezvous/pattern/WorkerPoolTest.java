package rendezvous.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rendezvous.pattern.Leaks.all;
import static rendezvous.pattern.Leaks.endsAtEachStep;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.ChannelClosedException;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.CancelledException;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.runtime.Goroutine;
import rendezvous.testing.Leftovers;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;

/** Workers that do jobs as they come. */
@Timeout(60)
class WorkerPoolTest {
    private final Leftovers left = new Leftovers();
    private final CancelContext ctx = Context.withCancel(Context.background());
    private final IOException disk = new IOException("disk full");

    @AfterEach
    void nothing_is_left() {
        ctx.cancel();
        left.assertNone("when its context was done");
    }

    @Test
    void every_job_is_done_once() throws Exception {
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 3, n -> n * n);
        Goroutine customer = Go.go(() -> {
            for (int i = 0; i < 500; i++) {
                pool.submit(i);
            }
            pool.finish();
            pool.finish();
        });
        List<Integer> got = all(pool.results());
        got.sort(null);
        assertEquals(IntStream.range(0, 500).map(i -> i * i).boxed().toList(), got);
        customer.await();
        pool.await();
        left.assertNone("after await");
    }

    @OnBothThreads
    void submit_waits_until_a_worker_is_free(Setup setup) throws Exception {
        Chan<Signal> gate = Chan.make();
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 2, n -> {
            gate.await();
            return n;
        });
        pool.submit(1);
        pool.submit(2);
        Task<Boolean> third = setup.run(() -> pool.submit(3));
        third.untilParkedAgainAfterSpuriousWakeups();
        third.interrupt();
        third.failure(InterruptedException.class);
        gate.close();
        pool.finish();
        assertEquals(2, all(pool.results()).size());
        pool.await();
    }

    @OnBothThreads
    void a_job_that_fails_ends_the_pool_and_whoever_submits_is_told(Setup setup) throws Exception {
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 1, n -> {
            throw disk;
        });
        Task<Boolean> customer = setup.run(() -> {
            while (true) {
                pool.submit(1);
            }
        });
        assertSame(disk, customer.failure(CancelledException.class).getCause());
        assertEquals(List.of(), all(pool.results()));
        assertSame(disk, assertThrows(IOException.class, pool::await));
        assertThrows(ContextException.class, () -> pool.submit(1));
        left.assertNone("after a failure");
    }

    @Test
    void it_ends_at_each_step() throws Exception {
        endsAtEachStep(5, ctx -> {
            WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 2, n -> n);
            Go.go(() -> {
                try {
                    for (int i = 0; i < 5; i++) {
                        pool.submit(i);
                    }
                    pool.finish();
                } catch (CancelledException e) {
                    return;
                }
            });
            return List.of(pool.results());
        });
    }

    @Test
    void close_ends_it_and_await_says_so() throws Exception {
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 2, n -> n);
        pool.submit(1);
        pool.close();
        pool.close();
        assertThrows(CancelledException.class, pool::await);
        assertThrows(CancelledException.class, () -> pool.submit(1));
        left.assertNone("after close");
    }

    @Test
    void after_finish_no_job_is_taken() throws Exception {
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 2, n -> n);
        pool.finish();
        assertThrows(ChannelClosedException.class, () -> pool.submit(1));
        assertEquals(List.of(), all(pool.results()));
        pool.await();
    }

    @Test
    void what_is_out_of_range_or_null_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new WorkerPool<>(ctx, 0, n -> n));
        assertThrows(NullPointerException.class, () -> new WorkerPool<>(null, 1, n -> n));
        assertThrows(NullPointerException.class, () -> new WorkerPool<Integer, Integer, IOException>(ctx, 1, null));
        WorkerPool<Integer, Integer, IOException> pool = new WorkerPool<>(ctx, 1, n -> n);
        assertThrows(NullPointerException.class, () -> pool.submit(null));
    }
}
