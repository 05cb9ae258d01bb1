// misconception: a helper ends with whom it helps
// fails: leaves no goroutine behind
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        Chan<Integer> printed = Chan.make();
        go("printer", () -> {
            for (int number = 1; ; number++) {
                printed.send(number);
            }
        });
        int taken = 0;
        while (true) {
            int number = printed.receive();
            if (!choose(send(tickets, number, () -> true), closed(evening, () -> false))) {
                break;
            }
            taken++;
        }
        tickets.close();
        return taken;
    }
}
