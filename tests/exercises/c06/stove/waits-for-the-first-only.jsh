// misconception: one signal from the goroutines means that all of them are done
// fails: returns when the last dish is done
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames);
        Chan<Signal> done = Chan.make(dishes.size());
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            go(() -> {
                dish.cook();
                burning.receive();
                done.send(SIGNAL);
            });
        }
        if (!dishes.isEmpty()) {
            done.receive();
        }
    }
}
