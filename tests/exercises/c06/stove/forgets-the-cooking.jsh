// misconception: starting a goroutine for something does it
// fails: each dish is cooked once
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Dish> waiting = Chan.make(dishes.size());
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            group.go(() -> waiting.send(dish));
        }
        group.await();
    }
}
