// misconception: who only looks needs no lock
// fails: nobody sees coins under way
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        Purse first = from.number() < to.number() ? from : to;
        Purse second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.change(-coins);
                to.change(coins);
            }
        }
    }

    public int sum(Purse one, Purse other) {
        return one.coins() + other.coins();
    }
}
