// misconception: a loop that calls each dish is concurrent, since cooking takes its time anyway
// fails: as many dishes at a time as there are flames
class MyStove implements Stove {
    public void cookAll(int flames, List<Dish> dishes) throws InterruptedException {
        for (Dish dish : dishes) {
            dish.cook();
        }
    }
}
