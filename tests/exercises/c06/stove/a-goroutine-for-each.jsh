// misconception: goroutines are cheap, so what they do is too
// fails: never more dishes than flames
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            group.go(() -> dish.cook());
        }
        group.await();
    }
}
