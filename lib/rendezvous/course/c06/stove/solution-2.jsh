// One goroutine for each flame instead of one for each dish:
// they all take dishes from one buffered channel.
// What close and the loop over a channel do is the subject of chapters 07 and 08.
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Dish> waiting = Chan.make(dishes.size());
        for (Dish dish : dishes) {
            waiting.send(dish);
        }
        waiting.close();
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < flames; i++) {
            group.go(() -> {
                for (Dish dish : waiting) {
                    dish.cook();
                }
            });
        }
        group.await();
    }
}
