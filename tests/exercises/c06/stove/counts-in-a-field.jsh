// misconception: a number is safe to share, since it is only added to
// fails: each dish is cooked once
// finds: Data race: two goroutines use the same memory
class MyStove implements Stove {
    private int done;

    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames);
        done = 0;
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            go(() -> {
                dish.cook();
                done++;
                burning.receive();
            });
        }
        while (done < dishes.size()) {
            sleep(ofMillis(1));
        }
    }
}
