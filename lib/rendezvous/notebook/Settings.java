package rendezvous.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the environment asks of the kernel. The variables are JJava's and mean what they mean there.
 *
 * @param compilerOptions {@code JJAVA_COMPILER_OPTS}, split at blanks outside double quotes
 * @param timeoutMillis {@code JJAVA_TIMEOUT}: how long one statement of a cell may run; negative means for ever
 * @param extraClassPath {@code JJAVA_CLASSPATH}, globs allowed
 * @param extensions {@code JJAVA_LOAD_EXTENSIONS}
 * @param startupScripts the files of {@code JJAVA_STARTUP_SCRIPTS_PATH}, then {@code JJAVA_STARTUP_SCRIPT}
 * @param complaints what could not be understood; said in the first cell
 */
record Settings(
        List<String> compilerOptions,
        long timeoutMillis,
        @Nullable String extraClassPath,
        boolean extensions,
        List<String> startupScripts,
        List<String> complaints) {

    private static final Pattern OPTION = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern TIMEOUT = Pattern.compile("(?<amount>-?\\d{1,15})\\W*(?<unit>[A-Za-z]+)?");

    static Settings of(Map<String, String> environment) {
        List<String> complaints = new ArrayList<>();
        return new Settings(
                options(environment.get("JJAVA_COMPILER_OPTS")),
                timeout(environment.get("JJAVA_TIMEOUT"), complaints),
                environment.get("JJAVA_CLASSPATH"),
                isOn(environment.get("JJAVA_LOAD_EXTENSIONS")),
                scripts(environment, complaints),
                List.copyOf(complaints));
    }

    private static List<String> options(@Nullable String text) {
        List<String> options = new ArrayList<>();
        Matcher matcher = OPTION.matcher(text == null ? "" : text);
        while (matcher.find()) {
            options.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return List.copyOf(options);
    }

    private static long timeout(@Nullable String text, List<String> complaints) {
        if (text == null || text.isBlank()) {
            return -1;
        }
        Matcher matcher = TIMEOUT.matcher(text.strip());
        try {
            if (matcher.matches()) {
                String unit = matcher.group("unit");
                TimeUnit timeUnit =
                        unit == null ? TimeUnit.MILLISECONDS : TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT));
                return timeUnit.toMillis(Long.parseLong(matcher.group("amount")));
            }
        } catch (IllegalArgumentException unknownUnit) {
            // Said below, as any other text that is not a timeout.
        }
        complaints.add("JJAVA_TIMEOUT is \"" + text + "\"; want a number and a unit, as in \"30 seconds\"."
                + " Cells run without a timeout.");
        return -1;
    }

    private static boolean isOn(@Nullable String text) {
        return text == null
                || !(text.isBlank() || text.strip().equals("0") || text.strip().equalsIgnoreCase("false"));
    }

    private static List<String> scripts(Map<String, String> environment, List<String> complaints) {
        List<String> scripts = new ArrayList<>();
        String paths = environment.get("JJAVA_STARTUP_SCRIPTS_PATH");
        if (paths != null && !paths.isBlank()) {
            for (Path path : PathsHandler.splitAndResolveGlobs(paths)) {
                try {
                    scripts.add(Files.readString(path));
                } catch (IOException unreadable) {
                    complaints.add("The start-up script " + path + " cannot be read (" + unreadable + "). Correct "
                            + "JJAVA_STARTUP_SCRIPTS_PATH or the file, then restart the kernel.");
                }
            }
        }
        String script = environment.get("JJAVA_STARTUP_SCRIPT");
        if (script != null) {
            scripts.add(script);
        }
        return List.copyOf(scripts);
    }
}
