// misconception: a task can count itself in
// fails: all jobs are done, stage after stage
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        WaitGroup group = new WaitGroup();
        for (List<Job> jobs : stages) {
            for (Job job : jobs) {
                go(() -> {
                    group.add(1);
                    try {
                        job.work();
                    } finally {
                        group.done();
                    }
                });
            }
            group.await();
        }
    }
}
