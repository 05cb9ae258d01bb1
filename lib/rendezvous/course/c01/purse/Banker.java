package rendezvous.course.c01.purse;

/** Moves coins between purses. Many threads may ask for it at the same time; nobody else uses the purses. */
public interface Banker {
    /**
     * Takes coins out of one purse and puts them into the other, each by one call of its {@code change}.
     *
     * <p>A purse is changed by one thread at a time. Moves between four different purses go on side by side. No moves get stuck, in whichever
     * directions they go.
     *
     * @param from has enough coins
     * @param to is another purse
     */
    void move(Purse from, Purse to, int coins);

    /**
     * Returns how many coins are in both purses together. It waits while any are under way between them.
     *
     * @param other is another purse
     */
    int sum(Purse one, Purse other);
}
