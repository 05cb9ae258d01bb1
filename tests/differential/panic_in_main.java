// A panic that nobody recovers ends the program. What is deferred still runs.
//
// Output:
// before
// deferred
// Stderr: panic: the dishwasher is broken
void main() {
    try {
        IO.println("before");
        throw new IllegalStateException("the dishwasher is broken");
    } finally {
        IO.println("deferred");
    }
}
