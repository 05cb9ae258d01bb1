class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        String[] said = new String[stunts.size()];
        List<Goroutine> doubles = new ArrayList<>();
        for (int i = 0; i < stunts.size(); i++) {
            int place = i;
            doubles.add(go(() -> {
                try {
                    stunts.get(place).run();
                    said[place] = "done";
                } catch (Exception e) {
                    said[place] = e.getMessage();
                }
            }));
        }
        for (Goroutine one : doubles) {
            one.await();
        }
        return List.of(said);
    }
}
