class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening)
            throws InterruptedException {
        return todo("hand out tickets until it is evening, and say how many were taken");
    }
}
