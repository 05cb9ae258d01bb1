// By hand, as in chapter 07: one receive a turn,
// which says both what came and whether anything came.
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        for (var next = amounts.receiveOk(); next.ok(); next = amounts.receiveOk()) {
            sum += next.value();
        }
        return sum;
    }
}
