package rendezvous.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chart.History.Fate;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.chart.History.Transfer;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;
import rendezvous.trace.Trace;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HistoryTest {
    private final Chan<Object> ch = Chan.named("ch");

    @Test
    void a_life_is_its_states_without_gaps() {
        History history = History.of(new Made()
                .main()
                .block(10, "main", Wait.RECEIVE, ch)
                .go(30, "main")
                .block(40, "main", Wait.SLEEP, null)
                .go(50, "main")
                .end(60, "main")
                .done());
        Life main = history.lives().getFirst();
        assertEquals(
                List.of(
                        new Span(State.RUNS, 0, 10_000, null),
                        new Span(State.RECEIVES, 10_000, 30_000, ch),
                        new Span(State.RUNS, 30_000, 40_000, null),
                        new Span(State.SLEEPS, 40_000, 50_000, null),
                        new Span(State.RUNS, 50_000, 60_000, null)),
                main.spans());
        assertEquals(Fate.ENDED, main.fate());
    }

    @Test
    void buffered_values_are_paired_first_in_first_out() {
        History history = History.of(new Made()
                .main()
                .start(1, "reader", "main")
                .send(10, "main", ch, "a")
                .send(20, "main", ch, "b")
                .receive(30, "reader", ch, "a")
                .send(31, "main", ch, "c")
                .receive(40, "reader", ch, "b")
                .receive(50, "reader", ch, "c")
                .done());
        assertEquals(
                List.of("a 10 30", "b 20 40", "c 31 50"),
                history.transfers().stream().map(HistoryTest::show).toList());
    }

    @Test
    void a_value_of_somebody_unrecorded_has_no_transfer_and_shifts_no_other() {
        History history = History.of(new Made()
                .main()
                .start(1, "reader", "main")
                .send(10, "main", ch, "taken by somebody else")
                .send(20, "main", ch, "a")
                .receive(25, "reader", ch, "from somebody else")
                .receive(30, "reader", ch, "a")
                .receive(40, "reader", ch, null)
                .done());
        assertEquals(
                List.of("a 20 30"),
                history.transfers().stream().map(HistoryTest::show).toList());
    }

    private static String show(Transfer transfer) {
        return transfer.value() + " " + transfer.sent() / 1_000 + " " + transfer.received() / 1_000;
    }

    @Test
    void fates_are_told_apart() {
        Made made = new Made()
                .main()
                .start(1, "stuck", "main")
                .start(1, "runs", "main")
                .start(1, "panics", "main")
                .start(1, "interrupted", "main")
                .block(2, "stuck", Wait.SEND, ch)
                .panic(3, "panics", new IllegalStateException())
                .panic(4, "interrupted", new InterruptedException())
                .end(5, "main");
        made.stuck("stuck", Wait.SEND, ch).stuck("runs", null, null);
        History history = History.of(made.until(100));
        assertEquals(
                List.of(Fate.ENDED, Fate.WAITING, Fate.STILL_RUNNING, Fate.PANICKED, Fate.INTERRUPTED),
                history.lives().stream().map(Life::fate).toList());
        assertEquals(100_000, history.lives().get(1).to());
    }

    @Test
    void who_waits_is_stuck_only_if_nobody_can_wake_it() {
        assertEquals(Fate.STUCK, fateBeside(Wait.RECEIVE));
        assertEquals(Fate.WAITING, fateBeside(Wait.SLEEP));
        assertEquals(Fate.WAITING, fateBeside(null));
    }

    /** Returns the fate of one that waits to send beside another that waits so, or that can run. */
    private Fate fateBeside(@Nullable Wait other) {
        Made made = new Made().main().start(1, "other", "main").block(2, "main", Wait.SEND, ch);
        if (other != null) {
            made.block(3, "other", other, ch);
        }
        made.stuck("main", Wait.SEND, ch).stuck("other", other, other == null ? null : ch);
        return History.of(made.until(100)).lives().getFirst().fate();
    }

    @Test
    void a_loop_over_a_channel_that_was_interrupted_is_no_panic() throws Exception {
        Trace trace = Trace.of(() -> {
            Goroutine reader = Go.go("reader", () -> {
                for (Object value : ch) {
                    Objects.requireNonNull(value);
                }
            });
            ch.send("one");
            reader.interrupt();
        });
        History history = History.of(Recording.of(trace));
        assertEquals(Fate.INTERRUPTED, history.lives().get(1).fate());
    }

    @Test
    void when_events_were_dropped_the_history_ends_with_the_last_known() {
        History history =
                History.of(new Made().main().block(10, "main", Wait.SEND, ch).dropped(7));
        assertEquals(10_000, history.end());
        assertEquals(Fate.UNKNOWN, history.lives().getFirst().fate());
        assertEquals(7, history.dropped());
    }

    @Test
    void a_real_run_through_a_buffer_with_waiting_senders_pairs_every_value_with_its_sender() throws Exception {
        Trace trace = Trace.of(Duration.ofSeconds(10), () -> {
            Chan<String> box = Chan.named("box", 2);
            for (int w = 0; w < 4; w++) {
                String name = "w" + w;
                Go.go(name, () -> {
                    for (int i = 0; i < 50; i++) {
                        box.send(name + "-" + i);
                    }
                });
            }
            for (int i = 0; i < 200; i++) {
                box.receive();
            }
        });
        History history = History.of(Recording.of(trace));
        assertEquals(200, history.transfers().size());
        for (Transfer transfer : history.transfers()) {
            assertTrue(transfer.value().toString().startsWith(transfer.from().name() + "-"), transfer::toString);
            assertEquals("main", transfer.to().name());
            assertTrue(transfer.sent() <= transfer.received());
        }
    }
}
