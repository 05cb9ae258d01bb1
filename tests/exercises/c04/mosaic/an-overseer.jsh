// misconception: a helper ends with those whom it helps
// fails: leaves no goroutine behind
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        go("overseer", () -> {
            while (true) {
                sleep(ofSeconds(10));
            }
        });
        for (int w = 0; w < workers; w++) {
            int first = w;
            group.go(() -> {
                for (int number = first; number < rows; number += workers) {
                    row.lay(number);
                }
            });
        }
        group.await();
    }
}
