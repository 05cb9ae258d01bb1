// misconception: when the channel is drained, all has been added
// fails: adds up all amounts
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        AtomicInteger sum = new AtomicInteger();
        go(() -> {
            for (int amount : amounts) {
                sum.addAndGet(amount);
            }
        });
        amounts.await();
        return sum.get();
    }
}
