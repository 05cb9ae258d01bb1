package rendezvous.course.c00.greeter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import rendezvous.exercise.Checks;
import rendezvous.exercise.Explore;
import rendezvous.exercise.Hint;
import rendezvous.exercise.Stage;

/** Three names, each with something about it. */
@Checks
final class GreeterChecks {
    private final Greeter greeter;
    private final Stage stage;

    GreeterChecks(Greeter greeter, Stage stage) {
        this.greeter = greeter;
        this.stage = stage;
    }

    @Explore
    @Order(1)
    @Hint(1)
    @DisplayName("greets by name")
    void greetsByName() {
        stage.equal("`greet(\"Ann\")` was called.", "Hello, Ann!", greeter.greet("Ann"));
        stage.equal("`greet(\"Bob\")` was called.", "Hello, Bob!", greeter.greet("Bob"));
    }

    @Explore
    @Order(2)
    @Hint(2)
    @DisplayName("blanks do not belong to a name")
    void blanksDoNotBelongToAName() {
        stage.equal("`greet(\"  Cleo \")` was called.", "Hello, Cleo!", greeter.greet("  Cleo "));
    }

    @Explore
    @Order(3)
    @Hint(3)
    @DisplayName("nobody is a stranger")
    void nobodyIsAStranger() {
        stage.equal("`greet(\"\")` was called.", "Hello, stranger!", greeter.greet(""));
        stage.equal("`greet(\"  \")` was called.", "Hello, stranger!", greeter.greet("  "));
    }
}
