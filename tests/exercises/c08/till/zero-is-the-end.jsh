// misconception: a closed channel brings 0
// fails: 0 and less are amounts
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        for (int amount : amounts) {
            if (amount == 0) {
                break;
            }
            sum += amount;
        }
        return sum;
    }
}
