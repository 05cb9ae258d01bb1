// misconception: what is caught while waiting has done no harm
// fails: says of each how it ended
// finds: the rope broke
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        List<Goroutine> doubles = new ArrayList<>();
        for (Stunt stunt : stunts) {
            doubles.add(go(() -> stunt.run()));
        }
        List<String> said = new ArrayList<>();
        for (Goroutine one : doubles) {
            try {
                one.await();
                said.add("done");
            } catch (PanicException e) {
                said.add(e.getCause().getMessage());
            }
        }
        return said;
    }
}
