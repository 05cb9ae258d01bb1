package rendezvous.exercise;

/**
 * The look of a card: colours, frames, and escaping.
 *
 * <p>Each colour is written twice, first as a plain colour, then as a variable of JupyterLab's theme. JupyterLab's
 * sanitizer, which cleans the output of untrusted notebooks, drops the second, and keeps the first; the plain colours
 * are therefore of a middle lightness, readable on white and on black. A background is the theme's or none: without it
 * the page shows through.
 */
final class Html {
    /** What went well. */
    static final String GOOD = color("#1a8754", "var(--jp-success-color1,#1a8754)");
    /** What did not. */
    static final String BAD = color("#d93025", "var(--jp-error-color1,#d93025)");
    /** What is said beside. */
    static final String SOFT = color("#76797d", "var(--jp-content-font-color2,#5f6368)");

    private Html() {}

    private static String color(String plain, String themed) {
        return "color:" + plain + ";color:" + themed;
    }

    /** The kind of thing a card says, shown by the colour of its edge; the words say it too. */
    enum Edge {
        GOOD("#1a8754", "var(--jp-success-color1,#1a8754)"),
        BAD("#d93025", "var(--jp-error-color1,#d93025)"),
        PLAIN("#76797d", "var(--jp-border-color1,#9aa0a6)");

        private final String plain;
        private final String themed;

        Edge(String plain, String themed) {
            this.plain = plain;
            this.themed = themed;
        }
    }

    /** Returns a card around pieces of HTML. */
    static String card(Edge edge, String title, String body) {
        return "<div style=\"max-width:760px;margin:4px 0;padding:10px 16px;"
                + "border:1px solid #9aa0a6;border:1px solid var(--jp-border-color2,#d5d9dd);"
                + "border-left:5px solid " + edge.plain + ";border-left:5px solid " + edge.themed + ";"
                + "border-radius:6px;"
                + "background-color:var(--jp-layout-color1,transparent);"
                + "line-height:1.5;page-break-inside:avoid\">"
                + "<div style=\"font-size:110%;font-weight:bold;margin-bottom:4px\">" + title + "</div>"
                + body + "</div>";
    }

    /** Returns a block of already escaped text. */
    static String line(String html) {
        return "<div style=\"margin:6px 0 0 0\">" + html + "</div>";
    }

    /** Returns a block of already escaped text of less weight. */
    static String aside(String html) {
        return "<div style=\"margin:6px 0 0 0;" + SOFT + "\">" + html + "</div>";
    }

    /** Returns already escaped text in a colour and bold. */
    static String strong(String colour, String html) {
        return "<span style=\"font-weight:bold;" + colour + "\">" + html + "</span>";
    }

    /** Returns text that a browser shows as it is. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
