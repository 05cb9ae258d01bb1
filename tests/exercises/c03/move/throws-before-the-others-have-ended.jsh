// misconception: when one has failed, nobody needs the others
// fails: the others of its stage are waited for
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            IOException[] failures = new IOException[jobs.size()];
            List<Goroutine> workers = new ArrayList<>();
            for (int i = 0; i < failures.length; i++) {
                int mine = i;
                workers.add(go(() -> {
                    try {
                        jobs.get(mine).work();
                    } catch (IOException e) {
                        failures[mine] = e;
                    }
                }));
            }
            for (int i = 0; i < failures.length; i++) {
                workers.get(i).await();
                if (failures[i] != null) {
                    throw failures[i];
                }
            }
        }
    }
}
