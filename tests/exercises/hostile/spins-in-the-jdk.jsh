// hostile: computes for long in the JDK, where nobody can stop it
// says: never comes to rest
// note: may still be running
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Collections.frequency(Collections.nCopies(Integer.MAX_VALUE, "a"), "b" + i);
        }
        return Chan.make();
    }
}
