// misconception: change says what is in it afterwards
// fails: the coins arrive
class MyBanker implements Banker {
    public synchronized void move(Purse from, Purse to, int coins) {
        from.change(from.coins() - coins);
        to.change(to.coins() + coins);
    }

    public synchronized int sum(Purse one, Purse other) {
        return one.coins() + other.coins();
    }
}
