"""A trace that a cell writes keeps Perfetto's own schema: nothing in it is unknown, and all is in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf.message import DecodeError, Message
from google.protobuf.unknown_fields import UnknownFieldSet
from kernels import Kernel
from perfetto.protos.perfetto.trace import perfetto_trace_pb2 as schema

PROGRAM = """
Body program = () -> {{
    Chan<String> ch = Chan.named("ch");
    Chan<Integer> box = Chan.named("box", 2);
    Mutex lock = new Mutex();
    WaitGroup group = new WaitGroup();
    for (int i = 0; i < 3; i++) {{
        int number = i;
        group.go(() -> {{ lock.lock(); box.send(number); lock.unlock(); }});
    }}
    go("sender \\u00fc", () -> {{ for (String word : List.of("a", "b")) ch.send(word); ch.close(); }});
    for (String word : ch) println(word);
    for (int i = 0; i < 3; i++) select(onReceive(box, value -> println(value)), after(ofMillis(500), () -> {{}}));
    group.await();
}};
Trace traced(Body b) throws Exception {{ return {make}; }}
Perfetto.write(traced(program), java.nio.file.Path.of("{file}"));
"""
MADE = {"real": "Trace.of(b)", "virtual": "Lab.run(3, b).trace()", "carriers": "Carriers.run(2, b).trace()"}


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    running = Kernel()
    yield running
    running.close()


@pytest.fixture(scope="module")
def trace(kernel: Kernel, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("trace") / "one.pftrace"
    done = kernel.run(PROGRAM.format(make=MADE["real"], file=file.as_posix()))
    assert done.status == "ok", done.error
    return file.read_bytes()


def unknown(message: Message, place: str = "") -> list[str]:
    """The fields that the schema does not know, at any depth."""
    found = [f"{place}: field {field.field_number}" for field in UnknownFieldSet(message)]
    for descriptor, value in message.ListFields():
        if descriptor.message_type:
            several = value if not isinstance(value, Message) else [value]
            for each in several:
                found += unknown(each, f"{place}.{descriptor.name}")
    return found


def check(content: bytes) -> schema.Trace:
    """Reads a trace; fails where a rule of the format is broken."""
    read = schema.Trace.FromString(content)
    assert read.packet, "it holds nothing"
    assert unknown(read) == []
    assert read.packet[0].sequence_flags & schema.TracePacket.SEQ_INCREMENTAL_STATE_CLEARED
    tracks = {packet.track_descriptor.uuid: packet.track_descriptor for packet in read.packet if described(packet)}
    assert len(tracks) == sum(map(described, read.packet)), "a track is described twice"
    for each in tracks.values():
        assert each.name
        assert not each.parent_uuid or each.parent_uuid in tracks
    begun: dict[int, list[schema.TracePacket]] = defaultdict(list)
    starts, ends = [], []
    events = [packet for packet in read.packet if packet.HasField("track_event")]
    assert len(events) + len(tracks) == len(read.packet), "a packet is neither event nor track"
    for packet in sorted(events, key=lambda packet: packet.timestamp):
        event = packet.track_event
        assert packet.trusted_packet_sequence_id, "the packet belongs to no sequence"
        assert event.track_uuid in tracks, f"no track {event.track_uuid}"
        starts += event.flow_ids
        ends += event.terminating_flow_ids
        if event.type == event.TYPE_SLICE_END:
            assert begun[event.track_uuid], "a slice ends that has not begun"
            assert begun[event.track_uuid].pop().timestamp < packet.timestamp
        else:
            assert event.name and event.categories
            if event.type == event.TYPE_SLICE_BEGIN:
                assert not begun[event.track_uuid], "what a goroutine does overlaps"
                begun[event.track_uuid].append(packet)
            else:
                assert event.type == event.TYPE_INSTANT
    assert not any(begun.values()), "a slice has no end"
    assert sorted(starts) == sorted(ends) == sorted(set(starts)), "an arrow has not one start and one end"
    return read


def described(packet: schema.TracePacket) -> bool:
    return packet.HasField("track_descriptor")


def names(read: schema.Trace) -> set[str]:
    return {packet.track_event.name for packet in read.packet if packet.HasField("track_event")}


@pytest.mark.parametrize("kind", MADE)
def test_every_kind_of_trace_keeps_the_schema(kind: str, kernel: Kernel, tmp_path: Path) -> None:
    file = tmp_path / "one.perfetto-trace"
    done = kernel.run(PROGRAM.format(make=MADE[kind], file=file.as_posix()))
    assert done.status == "ok", done.error
    read = check(file.read_bytes())
    tracks = [packet.track_descriptor.name for packet in read.packet if described(packet)]
    assert {"goroutines", "main", "sender ü"} <= set(tracks)
    assert ("carriers" in tracks) == (kind != "real"), "where the scheduler is ours its carriers are known"
    assert {"value", "start", "runs"} <= names(read)


def test_what_was_sent_is_tied_to_what_was_received(trace: bytes) -> None:
    read = check(trace)
    tracks = {each.track_descriptor.uuid: each.track_descriptor.name for each in read.packet if described(each)}
    events = [packet for packet in read.packet if packet.track_event.name == "value"]
    begin = {packet.track_event.flow_ids[0]: packet for packet in events if packet.track_event.flow_ids}
    ends = {p.track_event.terminating_flow_ids[0]: p for p in events if p.track_event.terminating_flow_ids}
    pairs = [
        (tracks[begin[flow].track_event.track_uuid], tracks[ends[flow].track_event.track_uuid])
        for flow in sorted(begin)
    ]
    assert pairs.count(("sender ü", "main")) == 2
    assert all(begin[flow].timestamp <= ends[flow].timestamp for flow in begin)


@pytest.mark.parametrize("change", ["cut", "field", "track", "end"])
def test_what_breaks_the_schema_is_found(change: str, trace: bytes) -> None:
    broken = schema.Trace.FromString(trace)
    if change == "cut":
        content = trace[:-3]
    elif change == "field":
        content = trace + b"\x0a\x04\xf8\xff\x0f\x01"
    else:
        kept = [packet for packet in broken.packet if not breaks(packet, change)]
        content = schema.Trace(packet=kept).SerializeToString()
        assert len(kept) < len(broken.packet)
    with pytest.raises((AssertionError, DecodeError)):
        check(content)


def breaks(packet: schema.TracePacket, change: str) -> bool:
    if change == "track":
        return packet.track_descriptor.name == "main"
    return packet.track_event.type == packet.track_event.TYPE_SLICE_END
