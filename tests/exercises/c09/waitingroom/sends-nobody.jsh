// misconception: a select must always have all its cases
// fails: lets nobody out of an empty room
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open || !inside.isEmpty()) {
            ReceiveChan<String> in = open ? door : Chan.never();
            String first = inside.isEmpty() ? "" : inside.peek();
            boolean stillOpen = open;
            open = choose(
                    receiveOk(in, (patient, ok) -> ok && inside.add(patient)),
                    send(exit, first, () -> {
                        inside.poll();
                        return stillOpen;
                    }));
        }
        exit.close();
    }
}
