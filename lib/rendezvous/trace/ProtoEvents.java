package rendezvous.trace;

/**
 * Writes packets of Perfetto's own trace format: protocol buffers, each field a key and a value.
 *
 * <p>The numbers of the fields are those of Perfetto's {@code trace_packet.proto}, {@code track_descriptor.proto} and
 * {@code track_event.proto}. A track's universal number is made of its group's and its own.
 */
final class ProtoEvents implements TrackEvents {
    private static final int PACKET = 1; // of a trace

    private static final int TIMESTAMP = 8; // of a packet
    private static final int SEQUENCE = 10;
    private static final int TRACK_EVENT = 11;
    private static final int SEQUENCE_FLAGS = 13;
    private static final int TRACK_DESCRIPTOR = 60;
    private static final int STATE_CLEARED = 1;

    private static final int UUID = 1; // of a track's description
    private static final int NAME = 2;
    private static final int PARENT = 5;
    private static final int ORDERING = 11;
    private static final int RANK = 12;
    private static final int BY_RANK = 3;

    private static final int TYPE = 9; // of an event
    private static final int OF_TRACK = 11;
    private static final int CATEGORY = 22;
    private static final int EVENT_NAME = 23;
    private static final int FLOW = 47;
    private static final int FLOW_ENDS = 48;
    private static final int BEGINS = 1;
    private static final int ENDS = 2;
    private static final int INSTANT = 3;

    private final ProtoBytes trace = new ProtoBytes();
    private boolean begun;

    @Override
    public void group(int group, String name) {
        describe(new ProtoBytes()
                .number(UUID, universal(group, 0))
                .text(NAME, name)
                .number(ORDERING, BY_RANK));
    }

    @Override
    public void track(int group, long track, String name) {
        describe(new ProtoBytes()
                .number(UUID, universal(group, track + 1))
                .text(NAME, name)
                .number(PARENT, universal(group, 0))
                .number(RANK, track));
    }

    @Override
    public void slice(int group, long track, String name, long from, long to) {
        if (to > from) {
            event(from, of(BEGINS, group, track).text(CATEGORY, "state").text(EVENT_NAME, name));
            event(to, of(ENDS, group, track));
        }
    }

    @Override
    public void instant(int group, long track, String name, long at) {
        event(at, of(INSTANT, group, track).text(CATEGORY, "operation").text(EVENT_NAME, name));
    }

    @Override
    public void arrow(int number, String what, int group, long from, long fromAt, long to, long toAt) {
        event(fromAt, end(what, group, from).fixed(FLOW, number));
        event(toAt, end(what, group, to).fixed(FLOW_ENDS, number));
    }

    /** Returns the whole. */
    byte[] end() {
        return trace.bytes();
    }

    private static ProtoBytes end(String what, int group, long track) {
        return of(INSTANT, group, track).text(CATEGORY, "flow").text(EVENT_NAME, what);
    }

    private static ProtoBytes of(int type, int group, long track) {
        return new ProtoBytes().number(TYPE, type).number(OF_TRACK, universal(group, track + 1));
    }

    private static long universal(int group, long track) {
        return ((long) group << 48) | track;
    }

    private void describe(ProtoBytes track) {
        packet(new ProtoBytes().message(TRACK_DESCRIPTOR, track));
    }

    private void event(long at, ProtoBytes event) {
        packet(new ProtoBytes().number(TIMESTAMP, at).message(TRACK_EVENT, event));
    }

    private void packet(ProtoBytes packet) {
        packet.number(SEQUENCE, 1);
        if (!begun) {
            packet.number(SEQUENCE_FLAGS, STATE_CLEARED);
            begun = true;
        }
        trace.message(PACKET, packet);
    }
}
