// A switch expression over an expression, with a thrown default
Chan<Integer> dice = Chan.make(1);
dice.send(6);
String word = switch (choose(receive(dice, n -> n), timeout(ofSeconds(60), () -> 0))) {
    case 6 -> "six";
    case 1, 2, 3, 4, 5 -> "less";
    default -> throw new IllegalStateException("no throw");
};
println(word);   // Output: six
