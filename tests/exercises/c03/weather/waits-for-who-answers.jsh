// misconception: a goroutine that waits for others ends when the method returns
// fails: leaves no goroutine behind
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        WaitGroup ended = new WaitGroup();
        WaitGroup answered = new WaitGroup();
        answered.add(answers.length);
        go("all well", () -> answered.await());
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            ended.go(() -> {
                try {
                    answers[mine] = stations.get(mine).ask();
                    answered.done();
                } catch (IOException e) {
                    answers[mine] = "no answer";
                }
            });
        }
        ended.await();
        return List.of(answers);
    }
}
