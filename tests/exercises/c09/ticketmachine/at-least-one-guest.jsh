// misconception: something happens before the end
// fails: a day without guests
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        tickets.send(1);
        int taken = 1;
        while (choose(send(tickets, taken + 1, () -> true), closed(evening, () -> false))) {
            taken++;
        }
        tickets.close();
        return taken;
    }
}
