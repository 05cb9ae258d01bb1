package rendezvous.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rendezvous.exercise.Task.Kind;

/**
 * The questions there are: every file {@code cNN/x1.md} below {@code rendezvous/course} on the class path, where x is the
 * letter of a {@link Kind}. Nobody keeps a list.
 *
 * <p>For those who write questions, the variable {@code RENDEZVOUS_TASKS} in the environment names one more directory to
 * look in. What is there is read anew at each call, so a question is tried without building anything.
 */
final class Tasks {
    private static final Predicate<String> WANTED =
            Pattern.compile("c\\d\\d/[a-z]\\d{1,2}\\.md").asMatchPredicate();

    /** Where drafts are, if somewhere. Tests set it. */
    static volatile @Nullable String drafts = System.getenv("RENDEZVOUS_TASKS");

    private static final class Holder {
        private static final SequencedMap<String, Task> SHIPPED = load(Catalog.loader());
    }

    private Tasks() {}

    /** Returns all tasks, by id. */
    static Collection<Task> all() {
        return byId().values();
    }

    /**
     * Returns the task with the id.
     *
     * @throws IllegalArgumentException if there is none of that kind; the message names those there are
     */
    static Task find(@Nullable String id, Kind kind) {
        SequencedMap<String, Task> tasks = byId();
        Task task = tasks.get(id == null ? "" : id.strip());
        if (task == null) {
            List<String> known = tasks.values().stream()
                    .filter(each -> each.kind() == kind)
                    .map(Task::id)
                    .toList();
            throw new IllegalArgumentException("There is no `" + kind.call + "` \"" + id + "\". There "
                    + (known.isEmpty() ? "is none yet." : "are: " + String.join(", ", known) + "."));
        }
        if (task.kind() != kind) {
            throw new IllegalArgumentException(
                    task.id() + " is answered by `" + task.call("…") + "`, not by `" + kind.call + "`.");
        }
        return task;
    }

    private static SequencedMap<String, Task> byId() {
        String more = drafts;
        if (more == null || more.isBlank()) {
            return Holder.SHIPPED;
        }
        SequencedMap<String, Task> tasks = new TreeMap<>(Holder.SHIPPED);
        gather(Path.of(more), tasks);
        return tasks;
    }

    /** Finds and reads the tasks that the loader sees. */
    static SequencedMap<String, Task> load(ClassLoader loader) {
        SequencedMap<String, Task> tasks = new TreeMap<>();
        for (String path : Catalog.paths(loader, WANTED)) {
            put(tasks, path, Catalog.read(loader, path));
        }
        return Collections.unmodifiableSequencedMap(tasks);
    }

    private static void gather(Path root, Map<String, Task> tasks) {
        try {
            for (String name : Catalog.below(root, WANTED)) {
                put(tasks, Catalog.ROOT + "/" + name, Files.readString(root.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tasks in " + root, e);
        }
    }

    private static void put(Map<String, Task> tasks, String path, String text) {
        Task task = Task.read(path, text);
        tasks.put(task.id(), task);
    }
}
