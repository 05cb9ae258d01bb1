// hostile: starts a million threads of the platform
// says: by means of the JDK, where no check can follow it
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < 1_000_000; i++) {
            new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }).start();
        }
        return Chan.make();
    }
}
