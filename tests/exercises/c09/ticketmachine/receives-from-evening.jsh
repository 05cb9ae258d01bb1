// misconception: a closed channel can be received from like any other
// fails: ends in the evening though nobody comes
// finds: ChannelClosedException
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        int number = 1;
        while (choose(send(tickets, number, () -> true), receive(evening, signal -> false))) {
            number++;
        }
        tickets.close();
        return number - 1;
    }
}
