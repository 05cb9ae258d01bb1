// By handles, with a box for each failure in place of the array.
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            List<AtomicReference<IOException>> failures = new ArrayList<>();
            List<Goroutine> workers = new ArrayList<>();
            for (Job job : jobs) {
                AtomicReference<IOException> failure = new AtomicReference<>();
                failures.add(failure);
                workers.add(go(() -> {
                    try {
                        job.work();
                    } catch (IOException e) {
                        failure.set(e);
                    }
                }));
            }
            for (Goroutine worker : workers) {
                worker.await();
            }
            for (AtomicReference<IOException> failure : failures) {
                if (failure.get() != null) {
                    throw failure.get();
                }
            }
        }
    }
}
