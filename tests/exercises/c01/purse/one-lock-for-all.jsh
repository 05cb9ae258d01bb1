// misconception: what is right is fast enough
// fails: different purses side by side
class MyBanker implements Banker {
    public synchronized void move(Purse from, Purse to, int coins) {
        from.change(-coins);
        to.change(coins);
    }

    public synchronized int sum(Purse one, Purse other) {
        return one.coins() + other.coins();
    }
}
