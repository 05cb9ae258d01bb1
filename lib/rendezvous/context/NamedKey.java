package rendezvous.context;

/** A key that equals only itself. */
final class NamedKey<T> implements Context.Key<T> {
    private final String name;

    NamedKey(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
