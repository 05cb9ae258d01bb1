// Code that takes the value apart
sealed interface Shape {
    record Circle(int radius) implements Shape {}
    record Box(int width, int height) implements Shape {}
}
Chan<Shape> shapes = Chan.make(2);
shapes.send(new Shape.Box(2, 3));
shapes.send(new Shape.Circle(1));
for (int i = 0; i < 2; i++) {
    select(onReceive(shapes, shape -> {
        switch (shape) {
            case Shape.Circle(int radius) -> println("circle " + radius);
            case Shape.Box(int width, int height) -> println("box of " + width * height);
        }
    }));
}
// Output: box of 6
// Output: circle 1
