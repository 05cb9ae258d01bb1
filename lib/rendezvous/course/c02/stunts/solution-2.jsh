// The try in a method of its own, which turns what was thrown into a value.
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        String[] said = new String[stunts.size()];
        List<Goroutine> doubles = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            int place = i;
            doubles.add(go(() -> said[place] = outcome(stunts.get(place))));
        }
        for (Goroutine one : doubles) {
            one.await();
        }
        return List.of(said);
    }

    private String outcome(Stunt stunt) {
        try {
            stunt.run();
            return "done";
        } catch (Exception e) {
            return e.getMessage();
        }
    }
}
