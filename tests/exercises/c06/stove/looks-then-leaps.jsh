// misconception: if there was room when I looked, there is room when I come
// fails: never more dishes than flames
// finds: Too many dishes ran at the same time
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(dishes.size() + 1);
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            group.go(() -> {
                while (burning.len() >= flames) {
                    sleep(ofSeconds(1));
                }
                burning.send(SIGNAL);
                dish.cook();
                burning.receive();
            });
        }
        group.await();
    }
}
