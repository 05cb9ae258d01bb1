package rendezvous.stress.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import rendezvous.stress.Report;

/**
 * Runs jcstress with the options given, and then says what it found.
 *
 * <p>It prints for each test {@code test}, its name, {@code ok} or why not, and how often it ran; and for each outcome
 * {@code outcome}, the test, the outcome, what was expected of it, and how often it came. What no outcome of the test
 * names is forbidden.
 */
public final class Jcstress {
    private Jcstress() {}

    /** Runs it; the arguments are those of jcstress. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            System.exit(2);
        }
        try {
            new JCStress(options).run();
        } catch (AssertionError e) {
            System.out.println(e.getMessage()); // what it found; it is told below
        }
        InProcessCollector found = new InProcessCollector();
        DiskReadCollector saved = new DiskReadCollector(options.getResultFile(), found);
        saved.dump();
        saved.close();
        System.exit(tell(found) ? 0 : 1);
    }

    private static boolean tell(InProcessCollector found) throws ClassNotFoundException {
        Map<String, Test> tests = new TreeMap<>();
        for (TestResult result : found.getTestResults()) {
            Test test = tests.get(result.getName());
            if (test == null) {
                test = new Test(result.getName());
                tests.put(result.getName(), test);
            }
            test.add(result);
        }
        boolean good = !tests.isEmpty();
        for (Map.Entry<String, Test> each : tests.entrySet()) {
            Test test = each.getValue();
            good &= test.wrong.isEmpty();
            Report.line("test", each.getKey(), test.wrong.isEmpty() ? "ok" : test.wrong, String.valueOf(test.samples));
            test.outcomes.forEach((outcome, count) -> Report.line(
                    "outcome", each.getKey(), outcome, test.expected(outcome).name(), String.valueOf(count)));
        }
        return good;
    }

    /** One test in all its forks. */
    private static final class Test {
        private final Map<String, Expect> expectations = new HashMap<>();
        private final Map<String, Long> outcomes = new TreeMap<>();
        private long samples;
        private String wrong = "";

        Test(String name) throws ClassNotFoundException {
            int dot = name.lastIndexOf('.');
            Class<?> nested = Class.forName(name.substring(0, dot) + "$" + name.substring(dot + 1));
            for (Outcome outcome : nested.getAnnotationsByType(Outcome.class)) {
                Arrays.stream(outcome.id()).forEach(id -> expectations.put(id, outcome.expect()));
            }
        }

        Expect expected(String outcome) {
            return expectations.getOrDefault(outcome, Expect.FORBIDDEN);
        }

        void add(TestResult result) {
            samples += result.getTotalCount();
            if (result.status() != Status.NORMAL) {
                wrong = result.status() + ": "
                        + result.getMessages().stream().limit(1).toList() + " "
                        + result.getVmErr().stream().limit(3).toList();
            }
            for (String outcome : result.getStateKeys()) {
                outcomes.merge(outcome, result.getCount(outcome), Long::sum);
                if (expected(outcome) == Expect.FORBIDDEN) {
                    wrong = "forbidden outcome " + outcome + ", " + Report.number(outcomes.get(outcome)) + " times";
                }
            }
        }
    }
}
