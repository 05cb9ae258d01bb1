package rendezvous.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/** One run of a cell: what its hooks may ask of it. */
final class Cell {
    private final int number;
    private final List<Snippet> snippets = new ArrayList<>();
    private final Set<String> displays = ConcurrentHashMap.newKeySet();

    Cell(int number) {
        this.number = number;
    }

    /** The number in the brackets beside the cell; 0 for what runs at the kernel's start. */
    int number() {
        return number;
    }

    /** The statements and declarations that were evaluated, in order, each once. */
    List<Snippet> snippets() {
        return List.copyOf(snippets);
    }

    void evaluated(Snippet snippet) {
        if (!snippets.contains(snippet)) {
            snippets.add(snippet);
        }
    }

    /** Ids of what was displayed, so that {@code display(x)} as the last line need not echo its id. */
    Set<String> displays() {
        return displays;
    }

    @Override
    public String toString() {
        return number == 0 ? "the kernel's start" : "cell [" + number + "]";
    }

    /** Where a snippet stands: in which cell, and how many lines of the cell precede it. */
    record Place(Cell cell, int linesBefore) {
        /** A line of the snippet, counted from 1, as a place in its cell. */
        String told(int line) {
            return cell + ", line " + (linesBefore + line);
        }
    }
}
