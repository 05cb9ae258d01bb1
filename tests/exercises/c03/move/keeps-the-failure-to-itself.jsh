// misconception: a failure that is caught is dealt with
// fails: a job that fails ends the move
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        for (List<Job> jobs : stages) {
            WaitGroup group = new WaitGroup();
            for (Job job : jobs) {
                group.go(() -> {
                    try {
                        job.work();
                    } catch (IOException e) {
                        failed.set(true);
                    }
                });
            }
            group.await();
            if (failed.get()) {
                return;
            }
        }
    }
}
