// misconception: to bound what runs at a time, wait for each group before the next
// fails: a free flame is used at once
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        for (int from = 0; from < dishes.size(); from += flames) {
            WaitGroup group = new WaitGroup();
            for (Dish dish : dishes.subList(from, Math.min(from + flames, dishes.size()))) {
                group.go(() -> dish.cook());
            }
            group.await();
        }
    }
}
