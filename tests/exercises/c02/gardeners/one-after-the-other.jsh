// misconception: a goroutine has to be waited for where it is started
// fails: all gardeners work at the same time, and nobody else
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        for (int g = 0; g < gardeners; g++) {
            int first = g;
            go(() -> {
                for (int i = first; i < beds.size(); i += gardeners) {
                    beds.get(i).water();
                }
            }).await();
        }
    }
}
