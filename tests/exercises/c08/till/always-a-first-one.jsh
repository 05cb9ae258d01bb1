// misconception: something comes before the end
// fails: nobody pays: 0
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = amounts.receive();
        for (int amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
