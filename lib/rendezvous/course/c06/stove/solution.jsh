class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        Chan<Signal> burning = Chan.make(flames);
        WaitGroup group = new WaitGroup();
        for (Dish dish : dishes) {
            burning.send(SIGNAL);
            group.go(() -> {
                try {
                    dish.cook();
                } finally {
                    burning.receive();
                }
            });
        }
        group.await();
    }
}
