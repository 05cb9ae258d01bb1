package rendezvous.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message of protocol buffers in the making, by "Encoding" in their documentation. */
final class ProtoBytes {
    private static final int VARINT = 0;
    private static final int FIXED = 1;
    private static final int LENGTH = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a number of 0 or more; small ones take few bytes. */
    ProtoBytes number(int field, long value) {
        varint((field << 3) | VARINT);
        varint(value);
        return this;
    }

    /** Adds a number of eight bytes. */
    ProtoBytes fixed(int field, long value) {
        varint((field << 3) | FIXED);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    /** Adds a text; half a character becomes a question mark. */
    ProtoBytes text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes message(int field, ProtoBytes value) {
        return block(field, value.bytes());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private ProtoBytes block(int field, byte[] value) {
        varint((field << 3) | LENGTH);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
