// misconception: a list is a place for everybody
// fails: the answers, in the order of the stations
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        WaitGroup group = new WaitGroup();
        for (Station station : stations) {
            group.go(() -> {
                try {
                    answers.add(station.ask());
                } catch (IOException e) {
                    answers.add("no answer");
                }
            });
        }
        group.await();
        return answers;
    }
}
