package rendezvous.course.c00.greeter;

/** Greets people. */
public interface Greeter {
    /**
     * Returns {@code "Hello, Ann!"} for the name Ann.
     *
     * @param name whom to greet; blanks before and after it do not belong to it, and if nothing else is there, a stranger is
     *     greeted: {@code "Hello, stranger!"}
     */
    String greet(String name);
}
