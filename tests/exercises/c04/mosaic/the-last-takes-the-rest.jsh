// misconception: a rest is small
// fails: nobody lays more than an equal share
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        int share = rows / workers;
        WaitGroup group = new WaitGroup();
        for (int w = 0; w < workers; w++) {
            int from = w * share, to = w == workers - 1 ? rows : from + share;
            group.go(() -> {
                for (int number = from; number < to; number++) {
                    row.lay(number);
                }
            });
        }
        group.await();
    }
}
