// misconception: stages in order means jobs in order
// fails: the jobs of a stage are done at the same time
class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        for (List<Job> jobs : stages) {
            IOException first = null;
            for (Job job : jobs) {
                try {
                    job.work();
                } catch (IOException e) {
                    first = first == null ? e : first;
                }
            }
            if (first != null) {
                throw first;
            }
        }
    }
}
