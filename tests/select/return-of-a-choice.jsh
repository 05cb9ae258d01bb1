// A method that returns what a select gives
record Inbox(Chan<String> urgent, Chan<String> other) {
    String next() throws InterruptedException {
        return choose(
                receive(urgent, text -> text),
                orElse(() -> choose(receive(urgent, text -> text), receive(other, text -> text))));
    }
}
Inbox inbox = new Inbox(Chan.make(1), Chan.make(1));
inbox.other().send("later");
inbox.urgent().send("now");
println(inbox.next());   // Output: now
println(inbox.next());   // Output: later
