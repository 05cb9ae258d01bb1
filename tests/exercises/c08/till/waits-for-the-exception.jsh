// misconception: the end of a channel is an error to be caught
// fails: adds up all amounts
class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        while (true) {
            Integer amount = amounts.receiveOk().value();
            if (amount != null) {
                sum += amount;
            }
        }
    }
}
