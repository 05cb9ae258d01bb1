// misconception: to look whether it is over before each send is enough
// fails: ends in the evening though nobody comes
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        int number = 1;
        while (!choose(closed(evening, () -> true), orElse(() -> false))) {
            tickets.send(number);
            number++;
        }
        tickets.close();
        return number - 1;
    }
}
