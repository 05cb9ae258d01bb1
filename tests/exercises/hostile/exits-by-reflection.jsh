// hostile: ends the JVM by reflection
// says: would end the whole kernel
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        try {
            System.class.getMethod("exit", int.class).invoke(null, 3);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return Chan.make();
    }
}
