// Cases that give different records of one sealed type
sealed interface Event {
    record Message(String text) implements Event {}
    record Quit() implements Event {}
}
Chan<String> messages = Chan.make(1);
Chan<Signal> quit = Chan.make();
messages.send("hi");
String seen = "";
boolean running = true;
while (running) {
    Event event = choose(receive(messages, Event.Message::new), closed(quit, Event.Quit::new));
    switch (event) {
        case Event.Message(String text) -> {
            seen += text;
            quit.close();
        }
        case Event.Quit() -> running = false;
    }
}
println(seen);   // Output: hi
