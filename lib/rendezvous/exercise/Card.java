package rendezvous.exercise;

/**
 * Something to show in a notebook, in two ways: as HTML and as plain text. Both say the same.
 *
 * <p>The HTML has inline styles only and keeps its meaning without them, so it survives an untrusted notebook, a dark
 * theme, and print.
 */
public interface Card {
    /** Returns the card as a piece of HTML. */
    String html();

    /** Returns the card as lines of plain text, without a line break at the end. */
    String text();
}
