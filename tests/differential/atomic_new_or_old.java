// An add tells the new number, a swap and bit operations the old one.
//
// Output:
// add: 42
// swap: 42
// compare and swap: false true
// and: 14, now 6
// or: 6, now 7
// wraps: -2147483648
void main() {
    AtomicInteger n = new AtomicInteger();
    n.set(40);
    IO.println("add: " + n.addAndGet(2));
    IO.println("swap: " + n.getAndSet(5));
    IO.println("compare and swap: " + n.compareAndSet(4, 6) + " " + n.compareAndSet(5, 14));
    IO.println("and: " + n.getAndUpdate(now -> now & 7) + ", now " + n.get());
    IO.println("or: " + n.getAndUpdate(now -> now | 1) + ", now " + n.get());
    n.set(Integer.MAX_VALUE);
    IO.println("wraps: " + n.addAndGet(1));
}
