// misconception: what a select offers is sent
// fails: says how many were taken
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        int offered = 0;
        boolean day = true;
        while (day) {
            offered++;
            day = choose(send(tickets, offered, () -> true), closed(evening, () -> false));
        }
        tickets.close();
        return offered;
    }
}
