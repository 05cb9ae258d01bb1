// In blocks of rows that lie beside each other, with handles in place of a group.
class MyMosaic implements Mosaic {
    public void layAll(int rows, int workers, Row row) throws InterruptedException {
        List<Goroutine> started = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            int from = rows * w / workers, to = rows * (w + 1) / workers;
            started.add(go(() -> {
                for (int number = from; number < to; number++) {
                    row.lay(number);
                }
            }));
        }
        for (Goroutine worker : started) {
            worker.await();
        }
    }
}
