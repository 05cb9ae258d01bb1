// misconception: a queue that two goroutines use needs nothing else
// fails: takes everybody in at once
// finds: Data race
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Queue<String> inside = new ArrayDeque<>();
        Chan<Signal> bell = Chan.make(1_000);
        Goroutine nurse = go("nurse", () -> {
            for (Signal ring : bell) {
                exit.send(inside.remove());
            }
            exit.close();
        });
        for (String patient : door) {
            inside.add(patient);
            bell.send(SIGNAL);
        }
        bell.close();
        nurse.await();
    }
}
