// misconception: a goroutine that waits for others ends when the method returns
// fails: leaves no goroutine behind
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            IOException[] failures = new IOException[jobs.size()];
            WaitGroup group = new WaitGroup();
            WaitGroup success = new WaitGroup();
            success.add(failures.length);
            go("foreman", () -> success.await());
            for (int i = 0; i < failures.length; i++) {
                int mine = i;
                group.go(() -> {
                    try {
                        jobs.get(mine).work();
                        success.done();
                    } catch (IOException e) {
                        failures[mine] = e;
                    }
                });
            }
            group.await();
            for (IOException failure : failures) {
                if (failure != null) {
                    throw failure;
                }
            }
        }
    }
}
