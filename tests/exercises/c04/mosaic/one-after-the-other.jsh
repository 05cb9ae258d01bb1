// misconception: one who works hard is enough
// fails: all workers work at the same time
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        for (int number = 0; number < rows; number++) {
            row.lay(number);
        }
    }
}
