// misconception: when one has failed the others do not matter
// fails: one that fails holds nobody up
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        String[] said = new String[stunts.size()];
        List<Goroutine> doubles = new ArrayList<>();
        for (int i = 0; i < stunts.size(); i++) {
            int place = i;
            said[place] = "done";
            doubles.add(go(() -> {
                try {
                    stunts.get(place).run();
                } catch (Exception e) {
                    said[place] = e.getMessage();
                }
            }));
        }
        for (int i = 0; i < doubles.size(); i++) {
            doubles.get(i).await();
            if (!said[i].equals("done")) {
                break;
            }
        }
        return List.of(said);
    }
}
