// misconception: each of the two steps is right, so both together are
// fails: a purse is changed by one at a time
class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        from.change(-coins);
        to.change(coins);
    }

    public int sum(Purse one, Purse other) {
        return one.coins() + other.coins();
    }
}
