// misconception: a pause is long enough if it is long
// fails: a slow station is waited for
class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        Chan<Integer> votes = Chan.make(stations.size() + 1);
        for (Station station : stations) {
            go(() -> votes.send(station.votes()));
        }
        sleep(ofSeconds(10));
        int sum = 0;
        while (votes.len() > 0) {
            sum += votes.receive();
        }
        return sum;
    }
}
