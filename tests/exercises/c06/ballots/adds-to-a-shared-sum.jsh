// misconception: adding to a variable is one step
// fails: the sum of all votes
class MyBallots implements Ballots {
    private int sum;

    public int count(List<Station> stations) throws InterruptedException {
        sum = 0;
        WaitGroup group = new WaitGroup();
        for (Station station : stations) {
            group.go(() -> sum += station.votes());
        }
        group.await();
        return sum;
    }
}
