class MyMove implements Move {
    public void run(List<List<Job>> stages) throws IOException, InterruptedException {
        todo("do the stages one after the other, and the jobs of each at the same time");
    }
}
