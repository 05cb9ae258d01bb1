// misconception: to fetch the next number is one step
// fails: each row is laid once
// finds: Data race
class MyMosaic implements Mosaic {
    private int next;

    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        next = 0;
        WaitGroup group = new WaitGroup();
        for (int w = 0; w < workers; w++) {
            group.go(() -> {
                while (next < rows) {
                    row.lay(next++);
                }
            });
        }
        group.await();
    }
}
