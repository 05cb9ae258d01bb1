// misconception: when the last goroutine is started the work is done
// fails: returns when the last dish is done
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames);
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            go(() -> {
                dish.cook();
                burning.receive();
            });
        }
    }
}
