class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        return todo("start all reporters, and close the channel when the last has ended");
    }
}
