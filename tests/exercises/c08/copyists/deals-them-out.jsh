// misconception: pages dealt out in turn take all scribes the same time
// fails: a free scribe takes the next page
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        List<Chan<String>> desks = new ArrayList<>();
        for (int i = 0; i < scribes; i++) {
            Chan<String> desk = Chan.make(10);
            desks.add(desk);
            room.go(() -> {
                for (String page : desk) {
                    copies.send(hand.copy(page));
                }
            });
        }
        go("head", () -> {
            int number = 0;
            for (String page : pages) {
                desks.get(number++ % scribes).send(page);
            }
            for (Chan<String> desk : desks) {
                desk.close();
            }
            room.await();
            copies.close();
        });
        return copies;
    }
}
