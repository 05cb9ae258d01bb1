// misconception: goroutines are cheap, so more of them do more
// fails: never more rows at a time than workers
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < rows; i++) {
            int number = i;
            group.go(() -> row.lay(number));
        }
        group.await();
    }
}
