// hostile: interrupts every thread of the JVM
// says: by means of the JDK, where no check can follow it
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
        return Chan.make();
    }
}
