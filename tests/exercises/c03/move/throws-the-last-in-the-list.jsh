// misconception: it makes no difference from which end the places are looked through
// fails: the failure of the first in the list is thrown
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
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
            IOException found = null;
            for (IOException failure : failures) {
                found = failure != null ? failure : found;
            }
            if (found != null) {
                throw found;
            }
        }
    }
}
