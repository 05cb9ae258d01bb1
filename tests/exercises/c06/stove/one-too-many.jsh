// misconception: a buffer of n holds n, and one more is being handed over
// fails: never more dishes than flames
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames + 1);
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            group.go(() -> {
                dish.cook();
                burning.receive();
            });
        }
        group.await();
    }
}
