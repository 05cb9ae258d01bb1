class MyFerry implements Ferry {
    public void cross(Runnable trip) throws InterruptedException {
        todo("wait until there is room, make the trip, leave");
    }
}
