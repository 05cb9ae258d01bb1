// misconception: answers come in the order of the questions
// fails: the answers, in the order of the stations
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        WaitGroup group = new WaitGroup();
        for (Station station : stations) {
            group.go(() -> {
                String answer;
                try {
                    answer = station.ask();
                } catch (IOException e) {
                    answer = "no answer";
                }
                answers.add(answer);
            });
        }
        group.await();
        return answers;
    }
}
