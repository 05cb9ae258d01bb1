// misconception: when the door is closed all is over
// fails: after the close those inside still leave
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open) {
            SendChan<String> out = inside.isEmpty() ? Chan.never() : exit;
            String first = inside.isEmpty() ? "nobody" : inside.peek();
            open = choose(
                    receiveOk(door, (patient, ok) -> ok && inside.add(patient)),
                    send(out, first, () -> {
                        inside.remove();
                        return true;
                    }));
        }
        exit.close();
    }
}
