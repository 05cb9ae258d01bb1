// misconception: what is started later comes later
// fails: all jobs are done, stage after stage
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        WaitGroup group = new WaitGroup();
        for (List<Job> jobs : stages) {
            for (Job job : jobs) {
                group.go(() -> job.work());
            }
        }
        group.await();
    }
}
