package rendezvous.trace;

/** Takes what goroutines did as slices, instants and arrows on tracks, and makes a file of it. Times are in nanoseconds. */
interface TrackEvents {
    /** Names a group of tracks. */
    void group(int group, String name);

    /** Names a track of a group. */
    void track(int group, long track, String name);

    /** Writes what was done for a while; nothing if it took no time. */
    void slice(int group, long track, String name, long from, long to);

    /** Writes what happened at a moment. */
    void instant(int group, long track, String name, long at);

    /** Writes an arrow from one track of a group to another. */
    void arrow(int number, String what, int group, long from, long fromAt, long to, long toAt);
}
