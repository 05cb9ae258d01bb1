class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        WaitGroup group = new WaitGroup();
        for (List<Job> jobs : stages) {
            IOException[] failures = new IOException[jobs.size()];
            for (int i = 0; i < failures.length; i++) {
                int mine = i;
                group.go(() -> {
                    try {
                        jobs.get(mine).work();
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
