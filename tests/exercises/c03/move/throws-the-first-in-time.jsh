// misconception: the first in time is the first in the list
// fails: the failure of the first in the list is thrown
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            AtomicReference<IOException> failure = new AtomicReference<>();
            WaitGroup group = new WaitGroup();
            for (Job job : jobs) {
                group.go(() -> {
                    try {
                        job.work();
                    } catch (IOException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
            group.await();
            if (failure.get() != null) {
                throw failure.get();
            }
        }
    }
}
