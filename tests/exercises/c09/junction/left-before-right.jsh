// misconception: what is needed from both can be fetched from one after the other
// fails: lets in whichever comes
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        for (String train : left) {
            out.send(train);
        }
        for (String train : right) {
            out.send(train);
        }
        out.close();
    }
}
