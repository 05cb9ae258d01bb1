// misconception: what is not there now will not come
// fails: adds up all amounts
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        for (var next = amounts.tryReceive(); next.isPresent() && next.get().ok(); next = amounts.tryReceive()) {
            sum += next.get().value();
        }
        return sum;
    }
}
