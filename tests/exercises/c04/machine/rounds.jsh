// misconception: all carriers begin a round together
// fails: no carrier is free while a fiber waits
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        List<Fiber> left = new ArrayList<>(fibers);
        while (!left.isEmpty()) {
            List<Fiber> ended = new ArrayList<>();
            for (int from = 0; from < left.size(); from += carriers) {
                List<Fiber> now = left.subList(from, Math.min(from + carriers, left.size()));
                boolean[] again = new boolean[now.size()];
                WaitGroup group = new WaitGroup();
                for (int i = 0; i < now.size(); i++) {
                    int mine = i;
                    group.go(() -> again[mine] = now.get(mine).step());
                }
                group.await();
                for (int i = 0; i < again.length; i++) {
                    if (!again[i]) {
                        ended.add(now.get(i));
                    }
                }
            }
            left.removeAll(ended);
        }
    }
}
