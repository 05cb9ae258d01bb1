package rendezvous.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of Java that documentation shows, and where.
 *
 * @param name for people, such as {@code Chan:34}
 * @param file which holds it, relative to the project
 * @param line the line of the file on which the code begins, from 1
 * @param code its lines
 */
public record Example(String name, String file, int line, List<String> code) {
    public Example {
        code = List.copyOf(code);
    }

    /** Returns a place in the file for messages. */
    String at(long lineOfFile) {
        return file + ":" + lineOfFile;
    }

    /** Returns a line of the file, empty if the example does not reach there. */
    String text(long lineOfFile) {
        int index = Math.toIntExact(lineOfFile - line);
        return index >= 0 && index < code.size() ? code.get(index).strip() : "";
    }

    /** Returns the whole file as one example. */
    public static Example ofFile(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new Example(name, slashes(file), 1, Files.readAllLines(file));
    }

    /** Returns the blocks of a Markdown page that are marked {@code java}. */
    static List<Example> ofMarkdown(Path page) throws IOException {
        List<Example> found = new ArrayList<>();
        List<String> block = null;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (block == null) {
                block = line.strip().equals("```java") ? new ArrayList<>() : null;
            } else if (line.strip().equals("```")) {
                int begin = number - block.size();
                found.add(new Example(page.getFileName() + ":" + begin, slashes(page), begin, block));
                block = null;
            } else {
                block.add(line);
            }
        }
        if (block != null) {
            throw new IllegalArgumentException(
                    slashes(page) + ": got a java block that does not end, want a line ``` after it");
        }
        return found;
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
