package rendezvous.course.c01.ferry;

/** A ferry with room for two cars. Each car is a thread. */
public interface Ferry {
    /**
     * Takes a car across: waits until there is room, makes the trip once by its {@code run()}, and leaves. Never are more than two
     * trips on at the same time; two are, when two cars want to. A place that gets free is taken at once by a car that waits.
     *
     * <p>If the trip throws, this throws the same, and the place is free again.
     *
     * @param trip takes a while
     * @throws InterruptedException if interrupted while waiting for room
     */
    void cross(Runnable trip) throws InterruptedException;
}
