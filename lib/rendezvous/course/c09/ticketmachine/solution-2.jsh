// The reusable form: it is made once, and given the next number after each ticket.
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening)
            throws InterruptedException {
        Select select = new Select();
        SendCase<Integer> ticket = select.send(tickets, 1);
        select.closed(evening);
        int taken = 0;
        while (select.await() == ticket.index()) {
            taken++;
            ticket.value(taken + 1);
        }
        tickets.close();
        return taken;
    }
}
