// misconception: the token only lets a goroutine start; after that it can be given back
// fails: never more dishes than flames
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames);
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            group.go(() -> {
                burning.receive();
                dish.cook();
            });
        }
        group.await();
    }
}
