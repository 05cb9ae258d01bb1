// misconception: a buffer is large enough if it is large
// fails: takes everybody in at once
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        Chan<String> chairs = Chan.make(10);
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
