package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.Goroutine;

@Timeout(30)
final class GatheredOutputTest {
    private final List<String> messages = new ArrayList<>();
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final GatheredOutput.Outlet outlet = (kind, text) -> messages.add(kind + ":" + text);
    private final GatheredOutput output;

    GatheredOutputTest(@TempDir Path directory) {
        this.output = gathered(OutputCap.Limits.standard(directory), () -> {});
    }

    private GatheredOutput gathered(OutputCap.Limits limits, Runnable gate) {
        return new GatheredOutput(limits, due::add, gate);
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        messages.forEach(message -> text.append(message.substring(message.indexOf(':') + 1)));
        return text.toString();
    }

    @Test
    void linesOfOneStreamBecomeOneMessage() {
        output.open(1, outlet);
        output.out().println("a");
        output.out().println("b");
        output.close();
        assertEquals(List.of("OUT:a\nb\n"), messages);
    }

    @Test
    void bothStreamsKeepTheirOrder() {
        output.open(1, outlet);
        output.out().print("a");
        output.err().print("b");
        output.err().print("c");
        output.out().print("d");
        output.close();
        assertEquals(List.of("OUT:a", "ERR:bc", "OUT:d"), messages);
    }

    @Test
    void textIsSentWhenItsTimeHasComeAndTheTimerIsAskedOnce() {
        output.open(1, outlet);
        output.out().println("progress");
        output.out().println("more");
        assertEquals(List.of(), messages);
        assertEquals(1, due.size());
        due.remove().run();
        assertEquals(List.of("OUT:progress\nmore\n"), messages);
        output.out().println("and more");
        assertEquals(1, due.size());
    }

    @Test
    void enoughTextIsSentAtOnce() {
        output.open(1, outlet);
        output.out().print("x".repeat(GatheredOutput.MESSAGE_CHARS));
        assertEquals(1, messages.size());
    }

    @Test
    void twentyThousandLinesBecomeFewMessages() {
        output.open(1, outlet);
        for (int i = 0; i < 20_000; i++) {
            output.out().println("line " + i);
        }
        output.close();
        assertTrue(messages.size() <= 4, () -> messages.size() + " messages");
        assertTrue(shown().startsWith("line 0\nline 1\n"), shown());
        assertTrue(shown().contains("line 999\n… 19 000 more lines, whole output in "), shown());
    }

    @Test
    void aCharacterInTwoPiecesIsWhole() {
        output.open(1, outlet);
        byte[] euro = "€".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        output.out().write(euro, 0, 1);
        output.flush();
        output.err().print("ü");
        output.out().write(euro, 1, 2);
        output.close();
        assertEquals(List.of("ERR:ü", "OUT:€"), messages);
    }

    @Test
    void whatComesBetweenCellsIsShownInTheNextOneWithALabel() {
        output.open(3, outlet);
        output.close();
        output.out().println("late");
        output.err().println("late and wrong");
        assertEquals(List.of(), messages);
        output.open(4, outlet);
        output.out().println("mine");
        output.close();
        assertEquals(
                List.of(
                        "OUT:(printed after cell [3] ended)\nlate\n",
                        "ERR:(printed after cell [3] ended)\nlate and wrong\n",
                        "OUT:mine\n"),
                messages);
    }

    @Test
    void aGoroutineWithANameIsLabelledLineByLine_andSharesNoLine() throws InterruptedException {
        output.open(1, outlet);
        output.out().print("half");
        Go.go("cook", () -> output.out().print("one\ntw")).await();
        Go.go("cook", () -> output.out().print("o\n")).await();
        Go.go(() -> output.out().println("three")).await();
        Go.go("main", () -> output.out().println("four")).await();
        output.close();
        assertEquals("half\n[cook] one\n[cook] two\nthree\nfour\n", shown());
    }

    @Test
    void whatComesBeforeTheFirstCellSaysSo() {
        output.err().println("early");
        output.open(1, outlet);
        assertEquals(List.of("ERR:(printed before the first cell)\nearly\n"), messages);
    }

    @Test
    void aFloodBetweenCellsIsCapped() {
        output.open(3, outlet);
        output.close();
        for (int i = 0; i < 20_000; i++) {
            output.out().println("late " + i);
        }
        output.open(4, outlet);
        output.close();
        assertTrue(shown().contains("late 99\n… 19 900 more lines, whole output in "), shown());
    }

    @Test
    void aThreadOfAnEarlierCellIsLabelledLineByLine() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        Thread cell = new Thread(() -> {
            output.claimThread(3);
            Thread child = new Thread(() -> {
                awaitQuietly(next);
                output.out().print("one\ntwo\nthr");
                output.out().print("ee");
            });
            child.start();
            children.add(child);
        });
        output.open(3, outlet);
        cell.start();
        cell.join();
        output.close();
        output.open(5, outlet);
        output.out().print("mine ");
        next.countDown();
        children.getFirst().join();
        output.out().println("again");
        output.close();
        assertEquals("mine \n(cell [3]) one\n(cell [3]) two\n(cell [3]) three\nagain\n", shown());
    }

    private final List<Thread> children = new ArrayList<>();

    @Test
    void aGoroutineBelongsToTheCellInWhichItFirstPrinted() throws InterruptedException {
        Chan<Integer> next = Chan.make();
        output.open(3, outlet);
        Goroutine goroutine = Go.go(() -> {
            output.out().println("first");
            next.receive();
            output.out().println("second");
        });
        while (messages.isEmpty()) {
            Thread.onSpinWait();
            output.flush();
        }
        output.close();
        output.open(4, outlet);
        next.send(1);
        goroutine.await();
        output.close();
        assertEquals("first\n(cell [3]) second\n", shown());
    }

    @Test
    void linesOfManyThreadsStayWhole() throws InterruptedException {
        output.open(1, outlet);
        PrintStream out = output.out();
        Set<String> expected = new TreeSet<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String name = "thread-" + t + "-".repeat(40 * t);
            IntStream.range(0, 200).forEach(i -> expected.add(name + " ü " + i));
            Runnable body = () -> IntStream.range(0, 200).forEach(i -> out.println(name + " ü " + i));
            threads.add(
                    t % 2 == 0
                            ? Thread.ofVirtual().start(body)
                            : Thread.ofPlatform().start(body));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        output.close();
        assertEquals(expected, new TreeSet<>(shown().lines().toList()));
    }

    @Test
    void anInterruptedThreadPrintsAndStaysInterrupted() {
        output.open(1, outlet);
        Thread.currentThread().interrupt();
        output.out().println("still");
        assertTrue(Thread.interrupted());
        output.close();
        assertEquals("still\n", shown());
    }

    @Test
    void whomTheGateRefusesPrintsNothingAndDisturbsNobody(@TempDir Path directory) {
        boolean[] closed = {false};
        GatheredOutput gated = gathered(OutputCap.Limits.standard(directory), () -> {
            if (closed[0]) {
                throw new AssertionError("refused");
            }
        });
        gated.open(1, outlet);
        closed[0] = true;
        assertThrows(AssertionError.class, () -> gated.out().println("refused line"));
        closed[0] = false;
        gated.out().println("next");
        gated.close();
        assertEquals("next\n", shown());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
