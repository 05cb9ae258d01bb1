// misconception: the order is kept only if one is asked after the other
// fails: all stations are asked at the same time
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Station station : stations) {
            try {
                answers.add(station.ask());
            } catch (IOException e) {
                answers.add("no answer");
            }
        }
        return answers;
    }
}
