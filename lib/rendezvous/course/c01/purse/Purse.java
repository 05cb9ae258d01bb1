package rendezvous.course.c01.purse;

/** A purse with coins. It is not safe for use by several threads at the same time. */
public interface Purse {
    /** Returns its number; no two purses have the same. */
    int number();

    /** Returns how many coins are in it. */
    int coins();

    /**
     * Puts coins in, which takes a while.
     *
     * @param by how many; if negative, so many are taken out
     */
    void change(int by);
}
