// A histogram of choices
// Whether select is fair shows in many choices among cases that are all ready.
Chan<Signal> red = Chan.make(), green = Chan.make(), blue = Chan.make();
red.close();
green.close();
blue.close();
Outcomes.titled("Which of three ready cases does select take?")
    .run("select", 10_000, () -> choose(
        closed(red, () -> "red"), closed(green, () -> "green"), closed(blue, () -> "blue")))
    .figure()
