// misconception: what stands last in a goroutine is always reached
// fails: a station that fails disturbs nobody
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        Arrays.fill(answers, "no answer");
        WaitGroup group = new WaitGroup();
        group.add(answers.length);
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            go(() -> {
                try {
                    answers[mine] = stations.get(mine).ask();
                    group.done();
                } catch (IOException e) {
                    // "no answer" stands there already
                }
            });
        }
        group.await();
        return List.of(answers);
    }
}
