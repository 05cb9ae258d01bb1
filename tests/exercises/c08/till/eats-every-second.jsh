// misconception: to ask whether there is a value does not take it
// fails: adds up all amounts
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        while (amounts.receiveOk().ok()) {
            sum += amounts.receive();
        }
        return sum;
    }
}
