// misconception: what may fail has to be done by oneself
// fails: all at the same time
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        List<String> said = new ArrayList<>();
        for (Stunt stunt : stunts) {
            try {
                stunt.run();
                said.add("done");
            } catch (Exception e) {
                said.add(e.getMessage());
            }
        }
        return said;
    }
}
