// Without a channel: each goroutine writes to a place of its own,
// and the caller reads when all have ended.
class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        int[] votes = new int[stations.size()];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < votes.length; i++) {
            int mine = i;
            group.go(() -> votes[mine] = stations.get(mine).votes());
        }
        group.await();
        return Arrays.stream(votes).sum();
    }
}
