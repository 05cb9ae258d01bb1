// misconception: what a goroutine throws can be caught where it was started
// fails: a station that fails disturbs nobody
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        Arrays.fill(answers, "no answer");
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            try {
                group.go(() -> answers[mine] = stations.get(mine).ask());
            } catch (PanicException e) {
                answers[mine] = "no answer";
            }
        }
        group.await();
        return List.of(answers);
    }
}
