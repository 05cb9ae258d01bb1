// misconception: a loop has to know how often it goes round
// fails: ends in the evening though nobody comes
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        for (int number = 1; number <= 100; number++) {
            tickets.send(number);
        }
        tickets.close();
        evening.await();
        return 100;
    }
}
