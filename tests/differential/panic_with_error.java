// An error can be what a program panics with. It says what the error says.
//
// Output:
// opening
// Stderr: panic: shelf 3 is empty
void main() throws IOException {
    IO.println("opening");
    throw new IOException("shelf %d is empty".formatted(3));
}
