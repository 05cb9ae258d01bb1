// Two channels into one list, until both are closed: a closed one is taken out of the choice
Chan<String> left = Chan.make(2);
Chan<String> right = Chan.make(2);
left.send("a");
left.close();
right.send("b");
right.send("c");
right.close();
Select s = new Select();
List<ReceiveCase<String>> sides = List.of(s.receive(left), s.receive(right));
List<String> merged = new ArrayList<>();
int open = sides.size();
while (open > 0) {
    ReceiveCase<String> side = sides.get(s.await());
    if (side.ok()) {
        merged.add(side.value());
    } else {
        side.from(Chan.never());
        open--;
    }
}
Collections.sort(merged);
println(merged);   // Output: [a, b, c]
