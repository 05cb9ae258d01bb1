class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        Chan<Integer> votes = Chan.make(stations.size());
        for (Station station : stations) {
            go(() -> votes.send(station.votes()));
        }
        int sum = 0;
        for (int i = 0; i < stations.size(); i++) {
            sum += votes.receive();
        }
        return sum;
    }
}
