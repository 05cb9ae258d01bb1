// misconception: goroutines end by themselves when nobody needs them any more
// fails: leaves no goroutine behind
// finds: waits to receive
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Dish> waiting = Chan.make();
        WaitGroup group = new WaitGroup();
        group.add(dishes.size());
        for (int i = 0; i < flames; i++) {
            go(() -> {
                while (true) {
                    waiting.receive().cook();
                    group.done();
                }
            });
        }
        for (Dish dish : dishes) {
            waiting.send(dish);
        }
        group.await();
    }
}
