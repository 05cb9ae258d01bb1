// A switch over which case it was
enum Event { MESSAGE, QUIET }
Chan<String> messages = Chan.make(1);
messages.send("hi");
for (int i = 0; i < 2; i++) {
    switch (choose(receive(messages, text -> Event.MESSAGE), orElse(() -> Event.QUIET))) {
        case MESSAGE -> println("a message");
        case QUIET -> println("quiet");
    }
}
// Output: a message
// Output: quiet
