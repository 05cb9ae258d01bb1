package rendezvous.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rendezvous.chart.FigureHtml;
import rendezvous.chart.Timeline;
import rendezvous.lab.Run;

/** A card made of blocks, each of which has its HTML and its text. */
final class Sheet implements Card {
    /** What a question's card says of the answer, in its first line. */
    enum Mark {
        RIGHT("Right", "✓ ", Html.Edge.GOOD, Html.GOOD),
        NOT_YET("Not yet", "✗ ", Html.Edge.BAD, Html.BAD),
        OPEN("Your turn", "", Html.Edge.PLAIN, Html.SOFT),
        UNCLEAR("Not understood", "? ", Html.Edge.PLAIN, Html.SOFT),
        NONE("", "", Html.Edge.PLAIN, Html.SOFT);

        private final String word;
        private final String symbol;
        private final Html.Edge edge;
        private final String colour;

        Mark(String word, String symbol, Html.Edge edge, String colour) {
            this.word = word;
            this.symbol = symbol;
            this.edge = edge;
            this.colour = colour;
        }
    }

    /** Something within a card. The HTML is made when it is asked for: pictures take their time. */
    private record Block(Supplier<String> html, String text) {}

    private static final int MOST_LINES = 30;

    /** How many letters of code a half of the card holds. */
    private static final int COLUMN = 38;

    private final Mark mark;
    private final String id;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Sheet(Mark mark, String id, String title) {
        this.mark = mark;
        this.id = id;
        this.title = title;
    }

    Mark mark() {
        return mark;
    }

    /** Adds a paragraph; code stands between backticks. */
    Sheet say(String line) {
        return add(() -> Html.line(Markup.inline(line)), Markup.plain(line));
    }

    /** Adds a paragraph of less weight. */
    Sheet aside(String line) {
        return add(() -> Html.aside(Markup.inline(line)), Markup.plain(line));
    }

    /** Adds several paragraphs of the little Markdown. */
    Sheet markup(String text) {
        return text.isBlank() ? this : add(() -> Markup.html(text), Markup.plain(text));
    }

    /** Adds source code. */
    Sheet code(String source) {
        return add(
                () -> Markup.code(source),
                source.stripTrailing().lines().map(line -> "    " + line).collect(Collectors.joining("\n")));
    }

    /** Adds a line with a sign before it that the words repeat. */
    Sheet item(boolean good, String label, String line) {
        String sign = good ? "✓" : "✗";
        return add(
                () -> "<div style=\"margin:4px 0 2px 22px\"><span style=\"float:left;margin-left:-20px\">"
                        + Html.strong(good ? Html.GOOD : Html.BAD, sign) + "</span><b>" + Markup.inline(label)
                        + "</b> " + Markup.inline(line) + "</div>",
                sign + " " + label + " " + line);
    }

    /** Adds a table: the first row is its heads, the first column names the rows. */
    Sheet table(String caption, List<List<String>> rows) {
        return add(() -> htmlTable(caption, rows), (caption.isEmpty() ? "" : caption + "\n") + textTable(rows));
    }

    /** Adds a run as a picture, and as text: its steps if it failed or took no time, else what it did on its clock. */
    Sheet timeline(Run run) {
        boolean failed = run.failure().isPresent();
        boolean byClock = !failed && !run.duration().isZero();
        Timeline timeline = failed ? Timeline.of(run) : Timeline.of("", byClock ? run.trace() : run.steps());
        return add(
                () -> "<div style=\"margin:8px 0 0 0\">" + FigureHtml.of(timeline) + "</div>",
                first(byClock ? timeline.text() : run.lanes()));
    }

    private static String first(String lanes) {
        List<String> lines = lanes.lines().toList();
        return lines.size() <= MOST_LINES
                ? lanes.stripTrailing()
                : String.join("\n", lines.subList(0, MOST_LINES)) + "\n  … and " + (lines.size() - MOST_LINES)
                        + " lines more";
    }

    /** Adds two pieces of code beside each other, or one below the other where the page or the code wants it. */
    Sheet beside(String leftTitle, String left, String rightTitle, String right) {
        boolean narrow = Stream.concat(left.lines(), right.lines()).allMatch(line -> line.length() <= COLUMN);
        String style = narrow
                ? "display:inline-block;vertical-align:top;width:48%;min-width:330px;margin-right:1%"
                : "margin:0";
        return add(
                () -> "<div>" + column(style, leftTitle, left) + column(style, rightTitle, right) + "</div>",
                leftTitle + "\n" + left.strip() + "\n\n" + rightTitle + "\n" + right.strip());
    }

    private static String column(String style, String title, String code) {
        return "<div style=\"" + style + "\">" + Html.line("<b>" + Html.escape(title) + "</b>") + Markup.code(code)
                + "</div>";
    }

    private Sheet add(Supplier<String> html, String text) {
        blocks.add(new Block(html, text));
        return this;
    }

    private static String htmlTable(String caption, List<List<String>> rows) {
        StringBuilder out =
                new StringBuilder("<table style=\"margin:8px 0 0 0;border-collapse:collapse;font-size:inherit\">");
        if (!caption.isEmpty()) {
            out.append("<caption style=\"text-align:left;").append(Html.SOFT).append("\">");
            out.append(Markup.inline(caption)).append("</caption>");
        }
        for (int i = 0; i < rows.size(); i++) {
            out.append("<tr>");
            for (int j = 0; j < rows.get(i).size(); j++) {
                boolean head = i == 0 || j == 0;
                out.append(head ? "<th scope=\"" + (i == 0 ? "col" : "row") + "\"" : "<td");
                out.append(" style=\"text-align:left;vertical-align:top;padding:2px 10px 2px 0\">");
                out.append(Markup.inline(rows.get(i).get(j)).replace("\n", "<br>"));
                out.append(head ? "</th>" : "</td>");
            }
            out.append("</tr>");
        }
        return out.append("</table>").toString();
    }

    private static String textTable(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int j = 0; j < row.size(); j++) {
                widths[j] = Math.max(widths[j], flat(row.get(j)).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int j = 0; j < row.size(); j++) {
                line.append(String.format(Locale.ROOT, "%-" + Math.max(1, widths[j]) + "s  ", flat(row.get(j))));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString().stripTrailing();
    }

    private static String flat(String cell) {
        return cell.replace("\n", "; ");
    }

    @Override
    public String html() {
        String head = mark == Mark.NONE
                ? Html.escape(title)
                : Html.strong(mark.colour, Html.escape(mark.symbol + mark.word)) + " · "
                        + Html.escape(id + " " + title);
        return Html.card(mark.edge, head, body());
    }

    /** Returns the HTML of what is below the title. */
    String body() {
        return blocks.stream().map(block -> block.html.get()).collect(Collectors.joining());
    }

    @Override
    public String text() {
        return this + textBody();
    }

    /** Returns the text of what is below the title, each block after the end of a line. */
    String textBody() {
        return blocks.stream().map(block -> "\n" + block.text).collect(Collectors.joining());
    }

    /** Returns the first line of the text: {@code 05.q1 · Right · When a send returns}. */
    @Override
    public String toString() {
        return mark == Mark.NONE ? title : id + " · " + mark.word + " · " + title;
    }
}
