// misconception: who must not wait in one place must not wait at all
// fails: takes everybody in at once
// finds: Your code never comes to rest
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open || !inside.isEmpty()) {
            boolean stillOpen = open;
            open = choose(
                    receiveOk(open ? door : Chan.<String>never(), (patient, ok) -> ok && inside.add(patient)),
                    orElse(() -> stillOpen));
            if (!inside.isEmpty() && exit.trySend(inside.peek())) {
                inside.remove();
            }
        }
        exit.close();
    }
}
