// Code that uses the variable of the loop around it
List<Chan<String>> rooms = List.of(Chan.make(1), Chan.make(1));
for (int i = 0; i < rooms.size(); i++) {
    rooms.get(i).send("hello");
}
for (Chan<String> room : rooms) {
    int number = rooms.indexOf(room);
    select(onReceive(room, word -> println(word + " from " + number + " of " + room.cap())));
}
// Output: hello from 0 of 1
// Output: hello from 1 of 1
