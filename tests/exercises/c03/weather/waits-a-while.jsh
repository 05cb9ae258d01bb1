// misconception: who has not answered after a quarter of an hour will not answer
// fails: a slow station is waited for
class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        for (int i = 0; i < stations.size(); i++) {
            int mine = i;
            go(() -> {
                try {
                    answers.put(mine, stations.get(mine).ask());
                } catch (IOException e) {
                    answers.put(mine, "no answer");
                }
            });
        }
        sleep(Duration.ofMinutes(15));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            all.add(answers.getOrDefault(i, "no answer"));
        }
        return all;
    }
}
