// misconception: each side needs a goroutine of its own
// fails: starts no goroutine
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Chan<String> chairs = Chan.make(1_000);
        Goroutine nurse = go("nurse", () -> {
            for (String patient : chairs) {
                exit.send(patient);
            }
            exit.close();
        });
        for (String patient : door) {
            chairs.send(patient);
        }
        chairs.close();
        nurse.await();
    }
}
