package rendezvous.exercise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the learner has tried, solved and opened.
 *
 * <p>It is kept in the file that the variable {@code RENDEZVOUS_PROGRESS} in the environment names, which {@code ./course lab}
 * sets; without it, until the kernel ends. Each note reads the file, changes one record and replaces the file, under a lock
 * that other kernels and the command take too. What cannot be written is kept and tried again with the next note; a cell
 * says so, and goes on.
 */
final class Progress {
    /** Where it is kept; null for in memory only. Tests set it. */
    static volatile @Nullable Path file = path(System.getenv("RENDEZVOUS_PROGRESS"));

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final List<Note> PENDING = new ArrayList<>(); // guarded by the lock, as is the next
    private static SequencedMap<String, Standing> memory = new TreeMap<>();
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Progress() {}

    /**
     * What is known of an exercise or a question.
     *
     * @param tries how many answers were given
     * @param solved since when it is solved; empty if it is not
     * @param hints how many hints are open
     * @param shown since when its solution is open; empty if it is not
     * @param last when it was last worked on
     * @param answer the last answer; empty if it is not known
     */
    record Standing(int tries, String solved, int hints, String shown, String last, String answer) {
        static final Standing NONE = new Standing(0, "", 0, "", "", "");

        boolean isSolved() {
            return !solved.isEmpty();
        }

        boolean isTouched() {
            return tries > 0 || hints > 0 || !shown.isEmpty();
        }
    }

    /** A change of one record. */
    private record Note(String id, UnaryOperator<Standing> change) {}

    private static @Nullable Path path(@Nullable String name) {
        return name == null || name.isBlank() ? null : Path.of(name);
    }

    /** Returns whether it is kept when the kernel ends. */
    static boolean isKept() {
        return file != null;
    }

    /** Notes that an answer was given. */
    static void tried(String id, boolean solved, @Nullable String answer) {
        String now = now();
        change(
                id,
                old -> new Standing(
                        old.tries() + 1,
                        solved && !old.isSolved() ? now : old.solved(),
                        old.hints(),
                        old.shown(),
                        now,
                        answer == null ? old.answer() : answer));
    }

    /** Notes that one more hint is opened, as far as there are some; returns how many are. */
    static int openHint(String id, int most) {
        String now = now();
        return change(
                        id,
                        old -> new Standing(
                                old.tries(),
                                old.solved(),
                                Math.min(most, old.hints() + 1),
                                old.shown(),
                                now,
                                old.answer()))
                .hints();
    }

    /** Notes that the solution was shown. */
    static void shown(String id) {
        String now = now();
        change(
                id,
                old -> new Standing(
                        old.tries(),
                        old.solved(),
                        old.hints(),
                        old.shown().isEmpty() ? now : old.shown(),
                        now,
                        old.answer()));
    }

    static Standing of(String id) {
        return all().getOrDefault(id, Standing.NONE);
    }

    private static String now() {
        return Instant.now().toString();
    }

    /** Returns all that is known, by id. */
    static Map<String, Standing> all() {
        LOCK.lock();
        try {
            Path place = file;
            if (place != null) {
                memory = ProgressFile.read(place, Progress::say);
                PENDING.forEach(Progress::apply);
            }
            return new TreeMap<>(memory);
        } catch (IOException e) {
            say("Your progress in " + file + " cannot be read (" + e + ").");
            return new TreeMap<>(memory);
        } finally {
            LOCK.unlock();
        }
    }

    private static Standing change(String id, UnaryOperator<Standing> change) {
        LOCK.lock();
        try {
            Note note = new Note(id, change);
            Path place = file;
            if (place == null) {
                return apply(note);
            }
            PENDING.add(note);
            try {
                ProgressFile.update(
                        place,
                        records -> {
                            memory = records;
                            PENDING.forEach(Progress::apply);
                            return memory;
                        },
                        Progress::say);
                PENDING.clear();
            } catch (IOException e) {
                say("Your progress could not be kept in " + place + " (" + e.getMessage()
                        + "). It is remembered until the kernel ends, and tried again.");
                apply(note);
            }
            return memory.getOrDefault(id, Standing.NONE);
        } finally {
            LOCK.unlock();
        }
    }

    private static Standing apply(Note note) {
        Standing changed = note.change().apply(memory.getOrDefault(note.id(), Standing.NONE));
        memory.put(note.id(), changed);
        return changed;
    }

    /** Says something in the cell, once. */
    private static void say(String what) {
        if (SAID.add(what)) {
            System.err.println(what);
        }
    }

    /** Forgets all that is not in a file, and keeps it in another from here on. For tests. */
    static void keepIn(@Nullable Path place) {
        LOCK.lock();
        try {
            file = place;
            memory = new TreeMap<>();
            PENDING.clear();
            SAID.clear();
        } finally {
            LOCK.unlock();
        }
    }
}
