package rendezvous.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures what {@code ./course bench} asks for, line by line, so that one machine can go round several
 * implementations in short turns. The Go program beside this speaks the same lines.
 *
 * <p>In: {@code CLASS.method WARM-UPS ITERATIONS MILLISECONDS [PARAMETER=VALUE]}. Out: {@code ok} and the nanoseconds of
 * each iteration, or {@code failed} and why. It ends with its input. What JMH itself prints goes to standard error.
 *
 * <p>JMH runs in this JVM: that each measurement has a fresh one, or shares one, is decided by who starts it.
 */
final class Worker {
    private Worker() {}

    /** Serves requests until the input ends. */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.println(answer(line));
            answers.flush();
        }
    }

    private static String answer(String line) {
        try {
            return "ok " + measure(line.strip().split(" "));
        } catch (RunnerException | RuntimeException e) {
            Throwable cause = e.getSuppressed().length > 0 ? e.getSuppressed()[0] : e;
            return "failed " + String.valueOf(cause).replaceAll("\\s+", " ");
        }
    }

    private static String measure(String[] words) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(Integer.parseInt(words[3]));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(Worker.class.getPackageName() + "." + words[0]) + "$")
                .forks(0)
                .warmupIterations(Integer.parseInt(words[1]))
                .warmupTime(time)
                .measurementIterations(Integer.parseInt(words[2]))
                .measurementTime(time)
                .timeout(TimeValue.minutes(2))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (words.length > 4) {
            String[] parameter = words[4].split("=", 2);
            options.param(parameter[0], parameter[1]);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(result -> result.getIterationResults().stream())
                .map(Worker::nanos)
                .collect(Collectors.joining(" "));
    }

    private static String nanos(IterationResult result) {
        return Double.toString(result.getPrimaryResult().getScore());
    }
}
