// misconception: a variable of the method belongs to each goroutine
// fails: says of each how it ended
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        List<String> said = new ArrayList<>();
        List<Goroutine> doubles = new ArrayList<>();
        for (Stunt stunt : stunts) {
            doubles.add(go(() -> {
                String word = "done";
                try {
                    stunt.run();
                } catch (Exception e) {
                    word = e.getMessage();
                }
                said.add(word);
            }));
        }
        for (Goroutine one : doubles) {
            one.await();
        }
        return said;
    }
}
