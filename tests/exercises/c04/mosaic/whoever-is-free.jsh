// misconception: who fetches the next one when he is free gets an equal share
// fails: nobody lays more than an equal share
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        Queue<Integer> left = new ConcurrentLinkedQueue<>();
        for (int number = 0; number < rows; number++) {
            left.add(number);
        }
        WaitGroup group = new WaitGroup();
        for (int w = 0; w < workers; w++) {
            group.go(() -> {
                for (Integer number = left.poll(); number != null; number = left.poll()) {
                    row.lay(number);
                }
            });
        }
        group.await();
    }
}
