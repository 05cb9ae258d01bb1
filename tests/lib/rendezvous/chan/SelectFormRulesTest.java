package rendezvous.chan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Select.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Rules 52, 53, 58, 61 and 62: how a select is written, and what is refused. */
class SelectFormRulesTest {
    private final List<String> evaluated = new ArrayList<>();

    private <T> T eval(String name, T value) {
        evaluated.add(name);
        return value;
    }

    @Test
    void rule_52_channels_and_values_are_evaluated_once_in_order_whichever_case_is_chosen()
            throws InterruptedException {
        Chan<Integer> ready = Chan.make(1);
        Chan<Integer> blocked = Chan.make();
        ready.send(1);
        select(
                onReceive(eval("first channel", blocked), v -> {}),
                onSend(eval("second channel", blocked), eval("its value", 7), () -> {}),
                onReceive(eval("third channel", ready), v -> {}),
                onSend(eval("fourth channel", blocked), eval("and its value", 8), () -> {}));
        assertEquals(
                List.of(
                        "first channel",
                        "second channel",
                        "its value",
                        "third channel",
                        "fourth channel",
                        "and its value"),
                evaluated);
    }

    @Test
    void rule_53_what_the_value_goes_to_is_evaluated_only_if_that_case_is_chosen() throws InterruptedException {
        Chan<Integer> ready = Chan.make(1);
        Chan<Integer> blocked = Chan.make();
        int[] target = new int[2];
        ready.send(5);
        select(
                onReceive(blocked, v -> target[eval("index of the other", 0)] = v),
                onReceive(ready, v -> target[eval("index", 1)] = v));
        assertEquals(List.of("index"), evaluated);
        assertEquals(5, target[1]);
    }

    @Test
    void rule_58_differs_a_case_leaves_a_loop_by_a_value_or_by_the_reusable_form() throws InterruptedException {
        Chan<Integer> ch = Chan.make(3);
        for (int i = 1; i <= 3; i++) {
            ch.send(i);
        }
        int sum = 0;
        Select s = new Select();
        ReceiveCase<Integer> in = s.receive(ch);
        while (s.await() == in.index()) {
            if (in.value() == 2) {
                break;
            }
            sum += in.value();
        }
        assertEquals(1, sum);
        while (choose(receive(ch, v -> v != 3), orElse(() -> false))) {
            throw new AssertionError("3 ends the loop");
        }
        assertEquals(0, ch.len());
    }

    @Test
    void rule_61_a_select_may_have_65536_cases_and_no_more() throws InterruptedException {
        Chan<Integer> quiet = Chan.make();
        Chan<Integer> ready = Chan.make(1);
        Select s = new Select();
        for (int i = 0; i < 65_535; i++) {
            s.receive(quiet);
        }
        ReceiveCase<Integer> last = s.receive(ready);
        assertEquals(65_535, last.index());
        assertEquals(-1, s.tryAwait());
        ready.send(4);
        assertEquals(last.index(), s.await());
        assertEquals(new Received<>(4, true), last.received());
        assertEquals(0, quiet.waitingReceivers());
        assertEquals(
                "select: got one case more, want at most 65536",
                assertThrows(IllegalArgumentException.class, () -> s.receive(ready))
                        .getMessage());
        assertEquals(-1, s.tryAwait(), "it works as before");

        @SuppressWarnings({"unchecked", "rawtypes"})
        Clause<RuntimeException>[] clauses = new Clause[65_537];
        java.util.Arrays.fill(clauses, onReceive(ready, v -> {}));
        assertEquals(
                "select: got 65537 cases, want at most 65536",
                assertThrows(IllegalArgumentException.class, () -> select(clauses))
                        .getMessage());
    }

    @Test
    void rule_61_what_was_chosen_is_known_by_index_value_and_ok() throws InterruptedException {
        Chan<Integer> in = Chan.make(1);
        Chan<Integer> out = Chan.make(1);
        Select s = new Select();
        ReceiveCase<Integer> receive = s.receive(in);
        SendCase<Integer> send = s.send(out, 3);
        assertEquals(
                "case 0 of a select: it has not been chosen yet; compare what await() returns with index()",
                assertThrows(IllegalStateException.class, receive::value).getMessage());
        assertEquals(send.index(), s.await());
        assertEquals(3, out.receive());
        send.to(Chan.never());
        in.send(8);
        assertEquals(receive.index(), s.await());
        assertTrue(receive.ok());
        assertEquals(8, receive.value());
        in.close();
        assertEquals(receive.index(), s.tryAwait());
        assertFalse(receive.ok());
        assertEquals(Received.closed(), receive.received());
        assertEquals(
                "value of case 0 (receive from channel): got none, the channel is closed; ask ok() first",
                assertThrows(NoSuchElementException.class, receive::value).getMessage());
        receive.from(Chan.never());
        assertEquals(-1, s.tryAwait());
        send.to(out);
        send.value(4);
        assertEquals(send.index(), s.tryAwait());
        assertEquals(4, out.receive());
    }

    @Test
    void rule_62_what_cannot_be_a_case_is_refused() throws InterruptedException {
        Chan<Integer> ch = Chan.make(1);
        assertEquals(
                "select: got two defaults, want at most one",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> select(otherwise(() -> {}), onReceive(ch, v -> {}), otherwise(() -> {})))
                        .getMessage());
        assertEquals(
                "select: case 1 is null, want one made by the methods of Select",
                assertThrows(NullPointerException.class, () -> select(onReceive(ch, v -> {}), null))
                        .getMessage());
        assertEquals(
                "select case: got a null channel, want a channel; Chan.never() is never ready",
                assertThrows(NullPointerException.class, () -> onReceive((Chan<Integer>) null, v -> {}))
                        .getMessage());
        assertTrue(assertThrows(NullPointerException.class, () -> onSend(ch, null, () -> {}))
                .getMessage()
                .startsWith("send of null on channel"));
        assertEquals(
                "select case: got null, want what to run if it is chosen",
                assertThrows(NullPointerException.class, () -> onClosed(ch, null))
                        .getMessage());
        assertEquals(
                "select case: got null, want what gives the value if it is chosen",
                assertThrows(NullPointerException.class, () -> timeout(java.time.Duration.ZERO, null))
                        .getMessage());
        assertEquals(
                "select case: got a null duration, want how long to wait",
                assertThrows(NullPointerException.class, () -> after(null, () -> {}))
                        .getMessage());
        select(onSend(ch, 1, () -> {}), otherwise(() -> {
            throw new AssertionError("the channel works as before");
        }));
    }

    @Test
    void what_the_chosen_case_throws_comes_out_and_the_operation_is_done() throws InterruptedException {
        Chan<Integer> ch = Chan.make(2);
        ch.send(1);
        IOException boom = new IOException("boom");
        try {
            select(
                    onReceive(ch, v -> {
                        throw boom;
                    }),
                    otherwise(() -> {}));
            throw new AssertionError("want: it throws");
        } catch (IOException e) {
            assertEquals(boom, e);
        }
        assertEquals(0, ch.len(), "the value was received");
        try {
            choose(send(ch, 2, () -> {
                throw boom;
            }));
            throw new AssertionError("want: it throws");
        } catch (IOException e) {
            assertEquals(1, ch.len(), "the value was sent");
        }
    }

    @Test
    void what_the_chosen_case_gives_may_be_null_and_of_several_types() throws InterruptedException {
        Chan<Integer> ch = Chan.make(2);
        ch.send(1);
        Number one = choose(receive(ch, v -> v), orElse(() -> 2.5));
        Number other = choose(receive(ch, v -> v), orElse(() -> 2.5));
        assertEquals(1, one);
        assertEquals(2.5, other);
        String none = choose(receive(ch, v -> "" + v), orElse(() -> null));
        assertNull(none);
    }

    @Test
    void a_case_may_use_the_channel_of_another_and_another_select() throws InterruptedException {
        Chan<Integer> ch = Chan.make(1);
        ch.send(1);
        select(onReceive(ch, v -> select(onSend(ch, v + 1, () -> {}), onReceive(ch, w -> {}))));
        assertEquals(2, ch.receive());
    }
}
