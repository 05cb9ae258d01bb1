// misconception: the group deals with what a task throws
// fails: a station that fails disturbs nobody
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        Arrays.fill(answers, "no answer");
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            group.go(() -> answers[mine] = stations.get(mine).ask());
        }
        group.await();
        return List.of(answers);
    }
}
