// misconception: who sends has room for the next meanwhile
// fails: takes everybody in at once
class MyWaitingRoom implements WaitingRoom {
    public void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException {
        for (String patient : door) {
            exit.send(patient);
        }
        exit.close();
    }
}
