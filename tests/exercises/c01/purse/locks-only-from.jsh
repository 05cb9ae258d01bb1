// misconception: only what is taken out has to be guarded
// fails: a purse is changed by one at a time
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        synchronized (from) {
            from.change(-coins);
            to.change(coins);
        }
    }

    public int sum(Purse one, Purse other) {
        Purse first = one.number() < other.number() ? one : other;
        Purse second = first == one ? other : one;
        synchronized (first) {
            synchronized (second) {
                return one.coins() + other.coins();
            }
        }
    }
}
