package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpinTest {
    private static Spin discouraged() {
        Spin spin = new Spin();
        for (int i = 0; i < Spin.MOST; i++) {
            spin.lost();
        }
        return spin;
    }

    @Test
    void begins_with_hope() {
        assertEquals(Spin.MOST, new Spin().budget());
    }

    @Test
    void gives_up_what_is_no_use_but_for_a_trial_now_and_then() {
        Spin spin = discouraged();
        long trials = IntStream.range(0, 100 * Spin.TRIAL)
                .filter(_ -> spin.budget() != 0)
                .count();
        assertTrue(trials > 0 && trials < 400, trials + " trials, want some 100");
    }

    @Test
    void learns_from_what_came_in_time_and_knows_an_end() {
        Spin spin = discouraged();
        int before = 0;
        for (int i = 0; i < 4; i++) {
            spin.paid();
            assertTrue(spin.budget() > before, "no more than " + before);
            before = spin.budget();
        }
        for (int i = 0; i < 2 * Spin.MOST; i++) {
            spin.paid();
        }
        assertEquals(Spin.MOST, spin.budget());
    }

    @Test
    void one_wait_in_vain_costs_a_part_and_not_all() {
        Spin spin = new Spin();
        spin.lost();
        assertTrue(spin.budget() < Spin.MOST && spin.budget() > Spin.MOST / 2, "got " + spin.budget());
    }

    @Test
    void no_thread_looks_on_in_a_world_where_others_act_only_when_it_parks() {
        assertFalse(Spin.isFor(new World(null) {}));
    }
}
