class MyBallots implements Ballots {
    public int count(List<Station> stations) throws InterruptedException {
        return todo("ask all stations at the same time and return the sum of their votes");
    }
}
