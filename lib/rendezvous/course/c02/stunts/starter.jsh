class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        return todo("do all stunts at the same time, and say of each how it ended");
    }
}
