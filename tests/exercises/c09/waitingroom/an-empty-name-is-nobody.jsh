// misconception: some value is free to mean that nothing came
// fails: lets them out in order
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        boolean open = true;
        while (open || !inside.isEmpty()) {
            ReceiveChan<String> in = open ? door : Chan.never();
            SendChan<String> out = inside.isEmpty() ? Chan.never() : exit;
            String first = inside.isEmpty() ? "nobody" : inside.peek();
            boolean stillOpen = open;
            open = choose(
                    receiveOk(in, (patient, ok) -> {
                        if (ok && !patient.isEmpty()) {
                            inside.add(patient);
                        }
                        return ok;
                    }),
                    send(out, first, () -> {
                        inside.remove();
                        return stillOpen;
                    }));
        }
        exit.close();
    }
}
