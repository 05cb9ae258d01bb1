class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        return todo("start all reporters, and return a channel that is closed when the last has ended");
    }
}
