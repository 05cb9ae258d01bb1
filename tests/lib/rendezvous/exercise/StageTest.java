package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Select;
import rendezvous.lab.Exploration;
import rendezvous.lab.Failure;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Goroutine;

/** What a stage promises holds under every schedule of a small program, and what it finds it says in the learner's words. */
@Timeout(60)
class StageTest {
    /** A check on a stage. */
    private interface Play {
        void on(Stage stage) throws Exception;
    }

    private static Exploration explore(Play play) throws InterruptedException {
        return Lab.explore(() -> {
                    Stage stage = new Stage();
                    play.on(stage);
                    stage.end();
                })
                .judging()
                .schedules(300)
                .run();
    }

    private static void holds(Play play) throws InterruptedException {
        Exploration found = explore(play);
        assertEquals(Optional.empty(), found.failed(), found::toString);
    }

    /** The finding, which must be there; its three texts in lines. */
    private static String finds(Play play) throws InterruptedException {
        Run run = explore(play).failed().orElseThrow(() -> new AssertionError("nothing was found"));
        CheckFailure failure = Findings.of(run);
        return failure.found() + "\n" + failure.expected() + "\n" + failure.got();
    }

    @Test
    void what_is_settled_goes_on_only_when_the_check_does() throws InterruptedException {
        holds(stage -> {
            Chan<Integer> in = stage.channel("in");
            Chan<Integer> out = stage.channel("out");
            Go.go(() -> out.send(in.receive() + 1));
            assertEquals(Optional.empty(), stage.take(out));
            assertTrue(stage.give(in, 1));
            assertEquals(Optional.of(2), stage.take(out));
            stage.noLeak("at the end");
        });
    }

    @Test
    void nobody_is_waited_for_longer_than_a_second() throws InterruptedException {
        holds(stage -> {
            Chan<Integer> in = stage.channel("in");
            Go.go(() -> {
                Go.sleep(Duration.ofMillis(900));
                in.receive();
                Go.sleep(Duration.ofHours(1));
                in.receive();
            });
            assertTrue(stage.give(in, 1), "who sleeps for less than a second comes");
            assertTrue(!stage.give(in, 2), "who sleeps for an hour does not");
        });
    }

    @Test
    void a_call_that_waits_is_named_with_what_it_waits_for() throws InterruptedException {
        assertEquals(
                "`open` has not returned: it waits to receive on `in`, and nobody is there for it.\n"
                        + "`open` returns without waiting for anybody\n`open` waits to receive on `in`",
                finds(stage -> {
                    Chan<Integer> in = stage.channel("in");
                    stage.call("open", in::receive);
                }));
        assertTrue(finds(stage -> stage.call("open", () -> null)).startsWith("`open` returned null."));
    }

    @Test
    void a_bound_that_one_schedule_breaks_is_found() throws InterruptedException {
        // Only if the second looks between the first one's look and its step in.
        String found = finds(stage -> {
            Chan<Integer> room = stage.channel("room", 2);
            Bound bound = stage.atMost(1, "jobs");
            for (int i = 0; i < 2; i++) {
                Go.go(() -> {
                    if (room.len() == 0) {
                        room.send(1);
                        bound.inside(() -> Go.sleep(Duration.ofSeconds(1)));
                        room.receive();
                    }
                });
            }
            stage.pass(Duration.ofMinutes(1));
        });
        assertEquals(
                "Too many jobs ran at the same time.\nnever more than 1 at the same time\n2 at the same time", found);
    }

    @Test
    void a_bound_that_is_not_reached_is_found() throws InterruptedException {
        assertTrue(finds(stage -> {
                    Bound bound = stage.atMost(2, "jobs");
                    bound.inside(() -> {});
                    bound.inside(() -> {});
                    bound.reached();
                })
                .contains("never more than 1 at the same time"));
    }

    @Test
    void what_is_found_cannot_be_caught_by_the_learner() throws InterruptedException {
        assertTrue(finds(stage -> {
                    Bound bound = stage.atMost(0, "jobs");
                    Go.go(() -> {
                        try {
                            bound.inside(() -> {});
                        } catch (Throwable swallowed) {
                            assertTrue(swallowed instanceof CheckFailure);
                        }
                    });
                })
                .startsWith("Too many jobs"));
    }

    @Test
    void things_in_another_order_are_found() throws InterruptedException {
        Play inOrder = stage -> {
            Sequence sequence = stage.inOrder("ask", "answer");
            sequence.at("ask");
            sequence.at("answer");
            sequence.complete();
        };
        holds(inOrder);
        assertTrue(finds(stage -> {
                    Sequence sequence = stage.inOrder("ask", "answer");
                    Go.go(() -> sequence.at("ask"));
                    Go.go(() -> sequence.at("answer"));
                    stage.settle();
                })
                .endsWith("ask, answer\nanswer"));
        assertTrue(finds(stage -> stage.inOrder("ask").complete()).endsWith("ask\nnothing"));
    }

    @Test
    void a_leak_is_who_waits_for_ever_and_no_helper() throws InterruptedException {
        holds(stage -> {
            Chan<Integer> never = stage.channel("never");
            stage.go("guest", never::receive);
            Go.go(() -> Go.sleep(Duration.ofMinutes(1)));
            stage.noLeak("at the end");
        });
        String found = finds(stage -> {
            Chan<Integer> never = stage.channel("never");
            Go.go("cook", never::receive);
            Thread.startVirtualThread(() -> {
                try {
                    never.receive();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            stage.noLeak("at the end");
        });
        assertTrue(found.startsWith("2 goroutines are left behind at the end."), found);
        assertTrue(found.contains("`cook` waits to receive on `never`"), found);
    }

    @Test
    void who_ends_late_is_told_from_who_never_ends() throws InterruptedException {
        holds(stage -> {
            Chan<Integer> quit = stage.channel("quit");
            Go.go(() -> Select.select(Select.onClosed(quit, () -> {}), Select.after(Duration.ofHours(1), () -> {})));
            stage.endsWithin(Duration.ZERO, "the close", quit::close);
        });
        String late = finds(stage -> {
            Go.go("cook", () -> Go.sleep(Duration.ofSeconds(5)));
            stage.endsWithin(Duration.ofSeconds(2), "the cancel", () -> {});
        });
        assertEquals(
                "1 goroutine was still there 2 s after the cancel.\nall goroutines have ended 2 s after the cancel\n"
                        + "`cook` sleeps; it ended later",
                late);
        String never = finds(stage -> {
            Chan<Integer> nobody = stage.channel("nobody");
            Go.go("cook", nobody::receive);
            stage.endsWithin(Duration.ofSeconds(2), "the cancel", () -> {});
        });
        assertTrue(never.endsWith("`cook` waits to receive on `nobody`; it will not end"), never);
    }

    @Test
    void a_deadlock_and_a_panic_are_found_without_a_word() throws InterruptedException {
        assertTrue(finds(stage -> stage.<Integer>channel("nobody").receive()).startsWith("Deadlock: everybody waits"));
        assertTrue(finds(stage -> Go.go(() -> {
                    throw new IllegalStateException("burnt");
                }))
                .startsWith("Your code threw `IllegalStateException`: burnt"));
    }

    @Test
    void a_panic_after_the_check_has_returned_is_found() throws InterruptedException {
        // In the first schedule each goroutine goes on as long as it can, so the check comes to its end before.
        Exploration first = Lab.explore(() -> {
                    Stage stage = new Stage();
                    Go.go(() -> {
                        throw new IllegalStateException("late");
                    });
                    stage.end();
                })
                .judging()
                .schedules(1)
                .run();
        assertTrue(first.toString().contains("late"), first.toString());
    }

    @Test
    void who_waits_when_the_check_has_returned_is_no_failure() throws InterruptedException {
        holds(stage -> {
            Chan<Integer> never = stage.channel("never");
            Goroutine cook = Go.go("cook", never::receive);
            assertTrue(!cook.isDone());
            assertEquals(List.of("`cook` waits to receive on `never`"), livingOf(stage));
        });
    }

    private static List<String> livingOf(Stage stage) throws InterruptedException {
        stage.settle();
        return stage.living();
    }

    @Test
    void others_are_asked_for_in_a_run_only() {
        assertThrows(IllegalStateException.class, Lab::others);
        assertThrows(IllegalStateException.class, () -> new Stage().settle());
    }

    @Test
    void a_value_that_differs_is_shown() throws InterruptedException {
        assertEquals("Asked.\n`\"a\"`\n`null`", finds(stage -> stage.equal("Asked.", "a", null)));
        holds(stage -> stage.equal("Asked.", null, null));
        assertEquals(
                Failure.Kind.PANIC,
                explore(stage -> stage.equal("Asked.", 1, 2))
                        .failed()
                        .flatMap(Run::failure)
                        .orElseThrow()
                        .kind());
    }
}
