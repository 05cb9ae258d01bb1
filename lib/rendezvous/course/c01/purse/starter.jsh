class MyBanker implements Banker {
    public void move(Purse from, Purse to, int coins) {
        todo("move the coins, undisturbed, and never get stuck");
    }

    public int sum(Purse one, Purse other) {
        return todo("return what is in both together");
    }
}
