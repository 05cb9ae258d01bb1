// misconception: who offers without waiting will meet somebody in the end
// fails: hands out 1, 2, 3
class MyTicketMachine implements TicketMachine {
    public int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException {
        int number = 1;
        while (!choose(closed(evening, () -> true), orElse(() -> false))) {
            if (tickets.trySend(number)) {
                number++;
            }
            sleep(ofMillis(10));
        }
        tickets.close();
        return number - 1;
    }
}
