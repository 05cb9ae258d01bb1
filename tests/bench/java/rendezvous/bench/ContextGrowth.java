package rendezvous.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;

/** How the costs of contexts grow with their depth and with the number of children. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContextGrowth {
    private static final Context.Key<Integer> WANTED = Context.key("wanted");
    private static final Context.Key<Integer> OTHER = Context.key("other");

    /** How many. */
    @State(Scope.Benchmark)
    public static class Size {
        @Param("1")
        public int n;
    }

    /** A chain of values, the wanted one at its root. */
    @State(Scope.Benchmark)
    public static class Values {
        @Param("1")
        public int n;

        private Context leaf;

        /** Makes the chain. */
        @Setup
        public void chain() {
            leaf = Context.withValue(Context.background(), WANTED, 1);
            for (int i = 0; i < n; i++) {
                leaf = Context.withValue(leaf, OTHER, i);
            }
        }
    }

    /** A context with children that stay. */
    @State(Scope.Benchmark)
    public static class Family {
        @Param("1")
        public int n;

        private final CancelContext parent = Context.withCancel(Context.background());

        /** Makes the children. */
        @Setup
        public void children() {
            for (int i = 0; i < n; i++) {
                makeChild();
            }
        }

        @SuppressWarnings("MustBeClosedChecker") // closed with the parent
        private void makeChild() {
            Context.withCancel(parent);
        }

        /** Ends them. */
        @TearDown
        public void cancel() {
            parent.cancel();
        }
    }

    /** Looks the value up that stands at the root of the chain. */
    @Benchmark
    @OperationsPerInvocation(Work.LOOK_UPS)
    public long value(Values values) {
        long sum = 0;
        for (int i = 0; i < Work.LOOK_UPS; i++) {
            sum += values.leaf.value(WANTED);
        }
        return Work.checked(sum, Work.LOOK_UPS);
    }

    /** Makes a chain of contexts and cancels its root. */
    @Benchmark
    public Context chain(Size size) {
        CancelContext root = Context.withCancel(Context.background());
        Context leaf = root;
        for (int i = 0; i < size.n; i++) {
            leaf = Context.withCancel(leaf);
        }
        root.cancel();
        return cancelled(leaf);
    }

    /** Makes so many children of one context and cancels that. */
    @Benchmark
    public Context children(Size size) {
        CancelContext root = Context.withCancel(Context.background());
        Context last = root;
        for (int i = 0; i < size.n; i++) {
            last = Context.withCancel(root);
        }
        root.cancel();
        return cancelled(last);
    }

    /** Makes one more child of a context that has many, and cancels the child. */
    @Benchmark
    public Context oneOfMany(Family family) {
        CancelContext child = Context.withCancel(family.parent);
        child.cancel();
        return cancelled(child);
    }

    private static Context cancelled(Context context) {
        if (context.err() == null) {
            throw new IllegalStateException("a context whose parent was cancelled: got no error, want one");
        }
        return context;
    }
}
