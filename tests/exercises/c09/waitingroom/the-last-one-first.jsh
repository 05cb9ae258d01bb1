// misconception: a stack holds what waits as well as a queue
// fails: lets them out in order
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Deque<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open || !inside.isEmpty()) {
            ReceiveChan<String> in = open ? door : Chan.never();
            SendChan<String> out = inside.isEmpty() ? Chan.never() : exit;
            String last = inside.isEmpty() ? "nobody" : inside.peekLast();
            boolean stillOpen = open;
            open = choose(
                    receiveOk(in, (patient, ok) -> ok && inside.add(patient)),
                    send(out, last, () -> {
                        inside.removeLast();
                        return stillOpen;
                    }));
        }
        exit.close();
    }
}
