package rendezvous.stress.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import rendezvous.stress.Report;

/**
 * Runs jcstress with the options given, and then says what it found.
 *
 * <p>It prints for each test {@code test}, its name, {@code ok} or why not, and how often it ran; and for each outcome
 * {@code outcome}, the test, the outcome, what was expected of it, and how often it came.
 */
public final class Jcstress {
    private Jcstress() {}

    /** Runs it; the arguments are those of jcstress. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            System.exit(2);
        }
        new JCStress(options).run();
        InProcessCollector found = new InProcessCollector();
        DiskReadCollector saved = new DiskReadCollector(options.getResultFile(), found);
        saved.dump();
        saved.close();
        System.exit(tell(found) ? 0 : 1);
    }

    private static boolean tell(InProcessCollector found) {
        Map<String, Test> tests = new TreeMap<>();
        for (TestResult result : found.getTestResults()) {
            tests.computeIfAbsent(result.getName(), name -> new Test()).add(result);
        }
        boolean good = !tests.isEmpty();
        for (Map.Entry<String, Test> each : tests.entrySet()) {
            Test test = each.getValue();
            good &= test.wrong.isEmpty();
            Report.line(
                    "test", each.getKey(), test.wrong.isEmpty() ? "ok" : test.wrong, String.valueOf(test.samples));
            test.outcomes.forEach(
                    (outcome, count) -> Report.line(
                            "outcome", each.getKey(), outcome.id(), outcome.expect().name(), String.valueOf(count)));
        }
        return good;
    }

    private record Seen(String id, Expect expect) {}

    /** One test in all its configurations. */
    private static final class Test {
        final Map<Seen, Long> outcomes = new HashMap<>();
        long samples;
        String wrong = "";

        void add(TestResult result) {
            samples += result.getTotalCount();
            if (result.status() != Status.NORMAL) {
                wrong = result.status() + ": "
                        + String.join(" ", result.getMessages())
                                .lines()
                                .limit(3)
                                .toList();
            }
            for (GradingResult graded : result.grading().gradingResults) {
                if (graded.count > 0) {
                    outcomes.merge(new Seen(graded.id, graded.expect), graded.count, Long::sum);
                    if (!result.grading().isPassed && graded.expect == Expect.FORBIDDEN) {
                        wrong = "forbidden: " + graded.id + ", " + Report.number(graded.count) + " times";
                    }
                }
            }
            if (!result.grading().isPassed && wrong.isEmpty()) {
                wrong = "not passed";
            }
        }
    }
}
