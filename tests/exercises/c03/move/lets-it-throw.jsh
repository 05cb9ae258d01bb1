// misconception: await hands on what a task has thrown, as it is
// fails: a job that fails ends the move
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            WaitGroup group = new WaitGroup();
            for (Job job : jobs) {
                group.go(() -> job.work());
            }
            group.await();
        }
    }
}
