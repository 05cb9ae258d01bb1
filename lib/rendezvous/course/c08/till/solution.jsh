class MyTill implements Till {
    public int total(ReceiveChan<Integer> amounts) throws InterruptedException {
        int sum = 0;
        for (int amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
