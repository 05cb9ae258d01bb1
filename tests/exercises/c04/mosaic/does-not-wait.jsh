// misconception: what is started is as good as done
// fails: returns when the last row is laid
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        for (int w = 0; w < workers; w++) {
            int first = w;
            go(() -> {
                for (int number = first; number < rows; number += workers) {
                    row.lay(number);
                }
            });
        }
    }
}
