// misconception: what was started is there when it is needed
// fails: says of each how it ended
class MyStunts implements Stunts {
    public List<String> film(List<Stunt> stunts) throws InterruptedException {
        String[] said = new String[stunts.size()];
        for (int i = 0; i < stunts.size(); i++) {
            int place = i;
            go(() -> {
                try {
                    stunts.get(place).run();
                    said[place] = "done";
                } catch (Exception e) {
                    said[place] = e.getMessage();
                }
            });
        }
        return Arrays.asList(said);
    }
}
