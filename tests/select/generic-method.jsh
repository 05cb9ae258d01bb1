// A method for channels of any type
final class Channels {
    static <T> Optional<T> poll(ReceiveChan<T> ch) throws InterruptedException {
        return choose(receive(ch, Optional::of), orElse(Optional::empty));
    }

    static <T> boolean offer(SendChan<? super T> ch, T value, Duration limit) throws InterruptedException {
        return choose(send(ch, value, () -> true), timeout(limit, () -> false));
    }
}
Chan<String> ch = Chan.make(1);
println(Channels.poll(ch));                        // Output: Optional.empty
println(Channels.offer(ch, "x", ofSeconds(60)));   // Output: true
println(Channels.offer(ch, "y", ofMillis(1)));     // Output: false
println(Channels.poll(ch));                        // Output: Optional[x]
