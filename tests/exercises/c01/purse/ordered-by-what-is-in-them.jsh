// misconception: any order will do
// fails: there and back does not get stuck
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        Purse first = from.coins() <= to.coins() ? from : to;
        Purse second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
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
