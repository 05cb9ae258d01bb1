class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        todo("cook all dishes, as many at a time as there are flames");
    }
}
