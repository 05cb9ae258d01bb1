// misconception: len says how much will come
// fails: the sum of all votes
class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        Chan<Integer> votes = Chan.make(stations.size());
        for (Station station : stations) {
            go(() -> votes.send(station.votes()));
        }
        int sum = 0;
        while (votes.len() > 0) {
            sum += votes.receive();
        }
        return sum;
    }
}
