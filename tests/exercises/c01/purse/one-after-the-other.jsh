// misconception: a lock may be given back between two steps that belong together
// fails: nobody sees coins under way
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        synchronized (from) {
            from.change(-coins);
        }
        synchronized (to) {
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
