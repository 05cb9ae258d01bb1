// misconception: an exception comes to whoever started the goroutine
// fails: says of each how it ended
// finds: the rope broke
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        String[] said = new String[stunts.size()];
        List<Goroutine> doubles = new ArrayList<>();
        for (int i = 0; i < stunts.size(); i++) {
            int place = i;
            said[place] = "done";
            try {
                doubles.add(go(() -> stunts.get(place).run()));
            } catch (Exception e) {
                said[place] = e.getMessage();
            }
        }
        for (Goroutine one : doubles) {
            one.await();
        }
        return List.of(said);
    }
}
