// misconception: what runs in a goroutine runs beside the others, also if it is waited for at once
// fails: all workers work at the same time
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        for (int w = 0; w < workers; w++) {
            int first = w;
            go(() -> {
                for (int number = first; number < rows; number += workers) {
                    row.lay(number);
                }
            }).await();
        }
    }
}
