// misconception: two locks are twice as safe
// fails: there and back does not get stuck
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        synchronized (from) {
            synchronized (to) {
                from.change(-coins);
                to.change(coins);
            }
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
