class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening)
            throws InterruptedException {
        int number = 1;
        while (choose(send(tickets, number, () -> true), closed(evening, () -> false))) {
            number++;
        }
        tickets.close();
        return number - 1;
    }
}
