// misconception: a goroutine that nobody needs any more ends by itself
// fails: leaves no goroutine behind
class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        Chan<Integer> votes = Chan.make();
        Chan<Integer> sums = Chan.make(1);
        go(() -> {
            int sum = 0;
            sums.send(sum);
            while (true) {
                sum += votes.receive();
                sums.receive();
                sums.send(sum);
            }
        });
        WaitGroup group = new WaitGroup();
        for (Station station : stations) {
            group.go(() -> votes.send(station.votes()));
        }
        group.await();
        votes.send(0);
        return sums.receive();
    }
}
