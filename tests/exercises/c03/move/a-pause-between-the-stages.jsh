// misconception: a pause is long enough if it is long
// fails: a stage begins when the one before it is over
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        for (List<Job> jobs : stages) {
            for (Job job : jobs) {
                go(() -> {
                    try {
                        job.work();
                    } catch (IOException e) {
                        failures.add(e);
                    }
                });
            }
            sleep(Duration.ofMinutes(10));
            if (!failures.isEmpty()) {
                throw failures.peek();
            }
        }
    }
}
