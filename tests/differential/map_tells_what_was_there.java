// What a map finds, and whether it found anything, are two answers.
//
// Output:
// pear: 0 false
// pear: 3 false
// pear: 3 true
// swapped: 3 true
// pear: 5 true
// taken: 5 true
// taken: 0 false
import rendezvous.sync.*;

void say(String what, SyncMap.Loaded<Integer> found) {
    int value = found.value() == null ? 0 : found.value();
    IO.println(what + ": " + value + " " + found.ok());
}

void main() {
    SyncMap<String, Integer> stock = new SyncMap<>();
    say("pear", stock.load("pear"));
    say("pear", stock.loadOrStore("pear", 3));
    say("pear", stock.loadOrStore("pear", 4));
    say("swapped", stock.swap("pear", 5));
    say("pear", stock.load("pear"));
    say("taken", stock.loadAndDelete("pear"));
    say("taken", stock.loadAndDelete("pear"));
}
