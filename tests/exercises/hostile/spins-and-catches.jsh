// hostile: computes without end, and catches all that is thrown at it
// says: never comes to rest
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        while (true) {
            try {
                for (long i = 0; i >= 0; i++) {
                    n += i % 7;
                }
            } catch (Throwable t) {
                n++;
            }
        }
    }
}
