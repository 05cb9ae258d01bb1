// misconception: a failure can be told of at the end
// fails: a job that fails ends the move
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        List<IOException> all = new ArrayList<>();
        for (List<Job> jobs : stages) {
            IOException[] failures = new IOException[jobs.size()];
            WaitGroup group = new WaitGroup();
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
            Arrays.stream(failures).filter(Objects::nonNull).forEach(all::add);
        }
        if (!all.isEmpty()) {
            throw all.getFirst();
        }
    }
}
