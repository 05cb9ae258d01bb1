// misconception: what was started has written its result
// fails: the answers, in the order of the stations
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            go(() -> {
                try {
                    answers[mine] = stations.get(mine).ask();
                } catch (IOException e) {
                    answers[mine] = "no answer";
                }
            });
        }
        return Arrays.asList(answers);
    }
}
