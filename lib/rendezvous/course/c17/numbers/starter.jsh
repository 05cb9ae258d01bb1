class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        return todo("start a goroutine that sends 0, 1, 2 … until the context is done");
    }
}
