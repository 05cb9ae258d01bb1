// misconception: somebody leaves after the door is closed
// fails: ends at once if the room is empty
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true, over = false;
        while (!over) {
            ReceiveChan<String> in = open ? door : Chan.never();
            SendChan<String> out = inside.isEmpty() ? Chan.never() : exit;
            String first = inside.isEmpty() ? "nobody" : inside.peek();
            Optional<String> came = choose(
                    receiveOk(in, (patient, ok) -> Optional.of(ok ? "in " + patient : "closed")),
                    send(out, first, () -> Optional.<String>empty()));
            if (came.isEmpty()) {
                inside.remove();
                over = !open && inside.isEmpty();
            } else if (came.get().equals("closed")) {
                open = false;
            } else {
                inside.add(came.get().substring(3));
            }
        }
        exit.close();
    }
}
