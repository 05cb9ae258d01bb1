class MyWeather implements Weather {
    public List<String> ask(List<Station> stations) throws InterruptedException {
        String[] answers = new String[stations.size()];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < answers.length; i++) {
            int mine = i;
            group.go(() -> {
                try {
                    answers[mine] = stations.get(mine).ask();
                } catch (IOException e) {
                    answers[mine] = "no answer";
                }
            });
        }
        group.await();
        return List.of(answers);
    }
}
