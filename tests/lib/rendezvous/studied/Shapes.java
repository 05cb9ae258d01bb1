package rendezvous.studied;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Code of every form that can be rewritten wrongly. What it returns is known. */
@SuppressWarnings({"unused", "ClassCanBeStatic", "FieldCanBeFinal", "FieldCanBeLocal", "try"})
public final class Shapes {
    static long wide = 1L << 40;
    static double ratio = 0.5;
    static volatile int flag;

    private byte b = 1;
    private short s = 2;
    private char c = 'c';
    private int i = 4;
    private long l = 5;
    private float f = 6;
    private double d = 7;
    private boolean z = true;
    private Object o = "o";

    interface Shape {
        default double twice() {
            return 2 * area();
        }

        double area();
    }

    record Circle(double r) implements Shape {
        @Override
        public double area() {
            return 3 * r * r;
        }
    }

    static final class Square implements Shape {
        private double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    enum Colour {
        RED,
        GREEN;

        Colour next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    /** A constructor that does something before the one above it. */
    static class Base {
        final int seen;
        int grown;

        Base(int seen) {
            this.seen = seen;
            this.grown = seen + 1;
        }
    }

    class Inner extends Base {
        private int before;

        Inner(int x) {
            int checked = x < 0 ? new ArrayList<>(List.of(1, 2)).size() : x;
            before = checked;
            super(new StringBuilder().append(checked).append(checked).length() + i);
            grown += before;
        }
    }

    public static String all() {
        Shapes it = new Shapes();
        return String.join(
                " ",
                it.fields(),
                it.arrays(),
                it.merges(true) + "" + it.merges(false),
                it.blocks(),
                it.collections(),
                it.lambdas(),
                it.switches(Colour.RED),
                it.exceptions(),
                Integer.toString(it.new Inner(-1).grown),
                Integer.toString(it.counts()),
                Integer.toString(classCounts()),
                it.loops());
    }

    String fields() {
        b += 1;
        s *= 2;
        c++;
        i <<= 2;
        l = l * 3 + wide;
        f /= 2;
        d = d - ratio;
        z ^= true;
        o = o + "p";
        wide += l--;
        ratio *= ++d;
        flag = i++;
        return b + "," + s + "," + c + "," + i + "," + l + "," + f + "," + d + "," + z + "," + o + "," + wide + ","
                + ratio + "," + flag;
    }

    String arrays() {
        byte[] bs = {1, 2};
        boolean[] zs = {true, false};
        short[] ss = {3};
        char[] cs = {'x'};
        int[] is = {1, 2, 3};
        long[] ls = {1L};
        float[] fs = {1f};
        double[] ds = {2.0};
        String[][] os = {{"a", null}, null};
        bs[0] += 5;
        zs[1] = zs[0];
        ss[0]--;
        cs[0]++;
        is[is[0]] = is[2]++;
        ls[0] <<= 33;
        fs[0] /= 4;
        ds[0] = ls[0] * ds[0];
        os[0][1] = os[0][0] + is[1];
        return Arrays.toString(bs)
                + Arrays.toString(zs)
                + ss[0]
                + cs[0]
                + Arrays.toString(is)
                + ls[0]
                + fs[0]
                + ds[0]
                + Arrays.deepToString(os);
    }

    double merges(boolean round) {
        Shape shape;
        if (round) {
            shape = new Circle(2);
        } else {
            shape = new Square(3);
        }
        var either = round ? new Square(1) : new Circle(1);
        i++; // told of; a method in which nothing is keeps the stack maps that it has
        return shape.twice() + either.area();
    }

    String blocks() {
        StringBuilder text = new StringBuilder();
        synchronized (this) {
            synchronized (text) {
                text.append(Thread.holdsLock(this)).append(Thread.holdsLock(text));
                this.notifyAll();
            }
            try {
                synchronized (o) {
                    throw new IllegalStateException("in a block");
                }
            } catch (IllegalStateException e) {
                text.append(Thread.holdsLock(o));
            }
        }
        return text.append(Thread.holdsLock(this)).toString();
    }

    private int count;

    synchronized int counts() {
        count++;
        if (count < 3) {
            return counts() + 1;
        }
        try {
            return Thread.holdsLock(this) ? count : -1;
        } finally {
            count = 0;
        }
    }

    static synchronized int classCounts() {
        return Thread.holdsLock(Shapes.class) ? 11 : -1;
    }

    String collections() {
        List<Integer> list = new ArrayList<>();
        Map<String, List<Integer>> map = new HashMap<>();
        for (int n = 0; n < 5; n++) {
            list.add(n);
            map.computeIfAbsent("k" + n % 2, _ -> new ArrayList<>()).add(n);
        }
        Collections.addAll(list, 9, 8);
        Collections.sort(list);
        list.remove(Integer.valueOf(9));
        list.remove(0);
        int sum = 0;
        for (int n : list) {
            sum += n;
        }
        long many = 0;
        many += list.stream().mapToLong(n -> n * wide).sum() > 0 ? 1L : 2L;
        return list + "" + map.get("k1") + sum + many + new ArrayList<>(map.keySet()).size();
    }

    String lambdas() {
        int[] cell = new int[1];
        IntSupplier up = () -> ++cell[0] + i;
        Supplier<Supplier<String>> nested = () -> () -> o + "" + cell[0];
        up.getAsInt();
        return up.getAsInt() + nested.get().get();
    }

    String switches(Object what) {
        return switch (what) {
            case Colour colour when colour == Colour.RED -> colour.next().name();
            case Circle(double r) -> "r" + r;
            case String text -> text;
            default -> "?";
        };
    }

    String exceptions() {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < 3; n++) {
            try (AutoCloseable closed = () -> text.append("c")) {
                if (n == 1) {
                    continue;
                }
                text.append((n + 4) / (n - 2));
            } catch (ArithmeticException e) {
                text.append("e");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                text.append("f");
            }
        }
        return text.toString();
    }

    String loops() {
        long sum = 0;
        outer:
        for (long n = 0; ; n++) {
            int m = 0;
            do {
                if (m == 7) {
                    continue outer;
                }
                sum += m * n;
                if (sum > 1000) {
                    break outer;
                }
            } while (m++ < 10);
        }
        while (sum > 10) {
            sum /= 2;
        }
        return "" + sum;
    }
}
