class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        return todo("send all reporters out, and bring what they find until the deadline");
    }
}
