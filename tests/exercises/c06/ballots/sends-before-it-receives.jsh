// misconception: a buffer makes room for whatever comes
// fails: the sum of all votes
class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        Chan<Integer> votes = Chan.make(1);
        WaitGroup group = new WaitGroup();
        for (Station station : stations) {
            group.go(() -> votes.send(station.votes()));
        }
        group.await();
        int sum = 0;
        for (int i = 0; i < stations.size(); i++) {
            sum += votes.receive();
        }
        return sum;
    }
}
