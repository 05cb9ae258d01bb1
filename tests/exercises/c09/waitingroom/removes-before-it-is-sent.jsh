// misconception: the value of a send is computed only if it is sent
// fails: lets them out in order
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open || !inside.isEmpty()) {
            ReceiveChan<String> in = open ? door : Chan.never();
            SendChan<String> out = inside.isEmpty() ? Chan.never() : exit;
            boolean stillOpen = open;
            open = choose(
                    receiveOk(in, (patient, ok) -> ok && inside.add(patient)),
                    send(out, inside.isEmpty() ? "nobody" : inside.remove(), () -> stillOpen));
        }
        exit.close();
    }
}
