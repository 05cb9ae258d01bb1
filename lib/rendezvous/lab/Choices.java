package rendezvous.lab;

import java.util.Arrays;

/** The tokens of the choices made so far, in order. */
final class Choices {
    private int[] tokens = new int[64];
    private int size;

    void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    /** Takes the last one back and puts another in its place. */
    void replaceLast(int token) {
        tokens[size - 1] = token;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return tokens[index];
    }

    int[] toArray() {
        return Arrays.copyOf(tokens, size);
    }

    /** Returns a number that differs, as good as surely, from that of any other sequence. */
    long hash() {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < size; i++) {
            hash = Random64.mix(hash ^ tokens[i]);
        }
        return hash;
    }
}
