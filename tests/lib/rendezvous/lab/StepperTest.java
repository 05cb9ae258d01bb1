package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;

/** A run by hand: each step is one's own choice, and shows who can go on and who waits for what. */
class StepperTest {
    private static final Body HAND_OVER = () -> {
        Chan<Integer> ch = Chan.named("ch");
        go("sender", () -> ch.send(7));
        println(ch.receive());
    };

    @SuppressWarnings("SystemOut") // the run keeps it
    private static void println(Object what) {
        System.out.println(what);
    }

    @Test
    void each_step_shows_who_can_go_on_and_who_waits_for_what() throws InterruptedException {
        Stepper stepper = Lab.stepper(HAND_OVER);
        assertEquals("After 0 steps:\n  main can go on", stepper.toString());
        assertEquals(
                "After 1 step:\n> main can go on\n  sender can go on",
                stepper.step().toString());
        assertEquals(
                "After 2 steps:\n> main comes to a step: receives from `ch`\n  sender can go on",
                stepper.step("main").toString());
        assertEquals(
                "After 3 steps:\n> main waits to receive on `ch` (unbuffered)\n  sender can go on",
                stepper.step("1").toString());
        assertEquals(
                "After 4 steps:\n  main waits to receive on `ch` (unbuffered)\n> sender comes to a step: sends on `ch`",
                stepper.step().toString());
        assertEquals(
                "After 5 steps:\n  main can go on\n> sender can go on",
                stepper.step().toString());
        stepper.step("main");
        assertEquals(
                "After 7 steps:\n  sender can go on\nprinted:\n7",
                stepper.step("main").toString());
        assertFalse(stepper.isOver());
        assertEquals(
                "After 8 steps: all goroutines have ended\nprinted:\n7",
                stepper.step("2").toString());
        assertTrue(stepper.isOver());
        assertEquals("1x3,2x2,1x2,2", stepper.schedule().toString());
        assertEquals("7\n", stepper.output());
    }

    @Test
    void a_step_can_be_taken_back() throws InterruptedException {
        Stepper stepper = Lab.stepper(HAND_OVER).step().step();
        String before = stepper.toString();
        stepper.step("sender").step();
        assertEquals(before, stepper.back().back().toString());
        stepper.back().back().back().back();
        assertEquals("", stepper.schedule().toString());
        assertEquals("1x3,2x2,1x2,2".length() > 0, !stepper.isOver());
    }

    @Test
    void the_rest_can_be_left_to_itself() throws InterruptedException {
        Stepper stepper = Lab.stepper(HAND_OVER).step().step("sender");
        Run run = stepper.finish().orThrow();
        assertTrue(run.schedule().toString().startsWith("1,2"), run.schedule()::toString);
        assertEquals("7\n", run.output());
        assertEquals(2, stepper.schedule().length());
    }

    @Test
    void who_cannot_go_on_cannot_be_chosen() throws InterruptedException {
        Stepper stepper = Lab.stepper(HAND_OVER).step().step("main").step("main");
        String message = assertThrows(IllegalArgumentException.class, () -> stepper.step("main"))
                .getMessage();
        assertEquals("got \"main\", which is the name of nobody who can go on: these can: sender (2)", message);
        assertThrows(IllegalArgumentException.class, () -> stepper.step("9"));
        assertEquals(3, stepper.schedule().length());
    }

    @Test
    void two_of_one_name_are_told_apart_by_their_numbers() throws InterruptedException {
        Stepper stepper = Lab.stepper(() -> {
            go("twin", () -> println("a"));
            go("twin", () -> println("b"));
        });
        stepper.step().step().step();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> stepper.step("twin"))
                .getMessage()
                .contains("2 who can go on; take a number: these can: twin (2), twin (3)"));
        assertEquals("b\na\n", stepper.step("3").step("3").finish().orThrow().output());
    }

    @Test
    void a_deadlock_is_where_it_ends() throws InterruptedException {
        Stepper stepper = Lab.stepper(() -> Chan.named("ch").receive());
        while (!stepper.isOver()) {
            stepper.step();
        }
        assertEquals(Kind.DEADLOCK, stepper.failure().orElseThrow().kind());
        assertEquals(
                "After 2 steps: deadlock: all goroutines of the run are blocked\n"
                        + "  main waits to receive on `ch` (unbuffered)",
                stepper.toString());
        assertThrows(IllegalStateException.class, stepper::step);
    }

    @Test
    void time_that_passed_is_shown_and_alarms_are_steps() throws InterruptedException {
        Stepper stepper = Lab.stepper(() -> {
            rendezvous.chan.Timer.afterFunc(Duration.ofMinutes(1), () -> println("rings"));
            sleep(Duration.ofMinutes(1));
            println("wakes");
            sleep(Duration.ofMinutes(1));
        });
        while (!stepper.toString().contains("alarm 1 is due")) {
            stepper.step();
        }
        assertTrue(stepper.toString().contains("60 s on the run's clock"), stepper::toString);
        stepper.step("a1");
        assertFalse(stepper.toString().contains("alarm 1 is due"), stepper::toString);
        assertTrue(stepper.toString().contains("goroutine 2 can go on"), stepper::toString);
    }

    @Test
    void turns_and_states_say_who_can_go_on_and_what_each_does() throws InterruptedException {
        Stepper stepper = Lab.stepper(HAND_OVER).step().step("main").step("main");
        assertEquals("{2=sender}", stepper.turns().toString());
        assertEquals(
                "[main waits to receive on `ch` (unbuffered), sender can go on]",
                stepper.states().toString());
        while (!stepper.isOver()) {
            stepper.step();
        }
        assertEquals("{}", stepper.turns().toString());
    }
}
