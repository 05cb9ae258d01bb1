// The reusable form: each case is switched when the state changes.
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        Select either = new Select();
        ReceiveCase<String> in = either.receive(door);
        SendCase<String> out = either.send(Chan.<String>never(), "nobody");
        boolean open = true;
        while (open || !inside.isEmpty()) {
            if (either.await() == out.index()) {
                inside.remove();
            } else if (in.ok()) {
                inside.add(in.value());
            } else {
                open = false;
                in.from(Chan.never());
            }
            out.to(inside.isEmpty() ? Chan.never() : exit);
            if (!inside.isEmpty()) {
                out.value(inside.peek());
            }
        }
        exit.close();
    }
}
