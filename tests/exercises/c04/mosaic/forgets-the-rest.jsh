// misconception: what is divided leaves no rest
// fails: each row is laid once
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        int share = rows / workers;
        WaitGroup group = new WaitGroup();
        for (int w = 0; w < workers; w++) {
            int from = w * share;
            group.go(() -> {
                for (int number = from; number < from + share; number++) {
                    row.lay(number);
                }
            });
        }
        group.await();
    }
}
