// misconception: there is always room for one more
// fails: never more than two
class MyFerry implements Ferry {
    public void cross(Runnable trip) throws InterruptedException {
        trip.run();
    }
}
