// misconception: what calls itself runs beside itself
// fails: neighbours are explored at the same time
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        int count = 1;
        for (Cave each : entrance.visit()) {
            count += explore(each);
        }
        return count;
    }
}
