// misconception: a method ends when all that it has started has ended
// fails: returns when all is done
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        for (int g = 0; g < gardeners; g++) {
            int first = g;
            go(() -> {
                for (int i = first; i < beds.size(); i += gardeners) {
                    beds.get(i).water();
                }
            });
        }
    }
}
