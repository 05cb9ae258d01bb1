// misconception: a select needs a default, or it blocks
// fails: hands out 1, 2, 3
// finds: Your code never comes to rest
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        int taken = 0;
        boolean day = true;
        while (day) {
            int next = taken + 1;
            taken = choose(send(tickets, next, () -> next), orElse(() -> next - 1));
            day = choose(closed(evening, () -> false), orElse(() -> true));
        }
        tickets.close();
        return taken;
    }
}
