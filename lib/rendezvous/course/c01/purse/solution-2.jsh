// With locks of its own, one for each number.
class MyBanker implements Banker {
    private final ConcurrentHashMap<Integer, ReentrantLock> locks = new ConcurrentHashMap<>();

    private ReentrantLock lock(int number) {
        return locks.computeIfAbsent(number, any -> new ReentrantLock());
    }

    private int both(Purse one, Purse other, Supplier<Integer> work) {
        ReentrantLock first = lock(Math.min(one.number(), other.number()));
        ReentrantLock second = lock(Math.max(one.number(), other.number()));
        first.lock();
        second.lock();
        try {
            return work.get();
        } finally {
            second.unlock();
            first.unlock();
        }
    }

    public void move(Purse from, Purse to, int coins) {
        both(from, to, () -> {
            from.change(-coins);
            to.change(coins);
            return coins;
        });
    }

    public int sum(Purse one, Purse other) {
        return both(one, other, () -> one.coins() + other.coins());
    }
}
